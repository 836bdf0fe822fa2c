package handgrad.input.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import handgrad.InputException;
import handgrad.Shown;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of an {@code .npy}, put together by hand from the page that describes the format. */
class NpyTest {
    private static final Npy NPY = new Npy("a.npz, array 'w'");

    private static byte[] file(int version, String header, String numbers) {
        byte[] text = header.getBytes(StandardCharsets.ISO_8859_1);
        byte[] data = HexFormat.of().parseHex(numbers);
        int length = version == 1 ? Short.BYTES : Integer.BYTES;
        ByteBuffer bytes =
                ByteBuffer.allocate(8 + length + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) 0x93)
                .put("NUMPY".getBytes(StandardCharsets.US_ASCII))
                .put((byte) version)
                .put((byte) 0);
        if (version == 1) {
            bytes.putShort((short) text.length);
        } else {
            bytes.putInt(text.length);
        }
        return bytes.put(text).put(data).array();
    }

    private static String header(String descr, String fortran, String shape) {
        return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }          \n".formatted(descr, fortran, shape);
    }

    private static NumberArray read(byte... file) throws IOException {
        return NPY.read(new ByteArrayInputStream(file));
    }

    /** 1 and -2 in each format; 1.5 = 1.1 in binary, in half precision the exponent 15 and the fraction 1000000000. */
    @ParameterizedTest
    @CsvSource({
        "<f8, 000000000000f83f00000000000000c0",
        ">f8, 3ff8000000000000c000000000000000",
        "<f4, 0000c03f000000c0",
        ">f4, 3fc00000c0000000",
        "<f2, 003e00c0",
        ">f2, 3e00c000",
    })
    void numbersOfEachTypeAndOrderOfBytes(String descr, String numbers) throws IOException {
        for (int version = 1; version <= 3; version++) {
            NumberArray array = read(file(version, header(descr, "False", "(2,)"), numbers));
            assertThat(array.shape()).containsExactly(2);
            assertThat(array.values()).containsExactly(1.5, -2);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "<i8, 0300000000000000feffffffffffffff",
        ">i8, 0000000000000003fffffffffffffffe",
        "<i4, 03000000feffffff"
    })
    void wholeNumbers(String descr, String numbers) throws IOException {
        assertThat(read(file(1, header(descr, "False", "(2,)"), numbers)).values())
                .containsExactly(3, -2);
    }

    /** The smallest is 2^-24, the largest below normal 1023 of them, the smallest normal 2^-14, the largest 65504. */
    @Test
    void halfPrecisionToItsEnds() throws IOException {
        assertThat(read(file(1, header("<f2", "False", "(8,)"), "0100ff030004ff7b007c00fc007e0080"))
                        .values())
                .containsExactly(
                        0x1p-24,
                        1023 * 0x1p-24,
                        0x1p-14,
                        65504,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        Double.NaN,
                        -0.0);
    }

    /** [[1, 2, 3], [4, 5, 6]] has its columns one after another. */
    @Test
    void theFirstIndexFastest() throws IOException {
        String numbers = "010000000400000002000000050000000300000006000000";
        NumberArray array = read(file(1, header("<i4", "True", "(2, 3)"), numbers));
        assertThat(array.shape()).containsExactly(2, 3);
        assertThat(array.values()).containsExactly(1, 2, 3, 4, 5, 6);
        // [i, j, k] of 2 x 1 x 3 is the same with an axis of one between.
        assertThat(read(file(1, header("<i4", "True", "(2, 1, 3)"), numbers)).values())
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aSingleNumberHasNoAxis() throws IOException {
        NumberArray array = read(file(1, header("<i4", "False", "()"), "07000000"));
        assertThat(array.shape()).isEmpty();
        assertThat(array.values()).containsExactly(7);
    }

    @Test
    void whatIsWrittenIsReadAgainAndLiesAtAMultipleOf64() throws IOException {
        var out = new ByteArrayOutputStream();
        Npy.write(new DataOutputStream(out), new NumberArray(List.of(3, 1), new double[] {1e-300, -0.0, Double.NaN}));
        assertThat(out.size() - 3 * Double.BYTES).isPositive().matches(start -> start % 64 == 0);
        NumberArray array = read(out.toByteArray());
        assertThat(array.shape()).containsExactly(3, 1);
        assertThat(array.values()).containsExactly(1e-300, -0.0, Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'descr': '<f8', 'fortran_order': False}",
                "{'descr': '<f8', 'fortran_order': 0, 'shape': (1,)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (-1,)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1 2)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (9999999999999999999,)}",
                "{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,)}",
                "{'descr': '<f8', 'fortran_order': False, 'shape': (1,), 'more': 1}",
                "'descr': '<f8', 'fortran_order': False, 'shape': (1,)",
                ""
            })
    void aHeaderOfAnotherFormIsShown(String header) {
        assertThatThrownBy(() -> read(file(1, header, "0000000000000000")))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "a.npz, array 'w': expected a header {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4)}, "
                                + "found " + Shown.text(header));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            <c16; (1,); 00; expected numbers of type f8, f4, f2, i8 or i4, found 'c16'
            <f8; (2,); 0000000000000000; expected 16 bytes, found 8: the array is cut off
            <f4; (1,); 0000000000000000; expected 1 numbers, found more
            <f8; (4194304, 2); 00; expected at most 4194304 numbers, found the shape [4194304, 2]
            <f8; (0, 999999999999999999); 00; expected at most 4194304 numbers, found the shape [0, 999999999999999999]
            """)
    void whatTheHeaderPromisesIsChecked(String descr, String shape, String numbers, String sentence) {
        assertThatThrownBy(() -> read(file(1, header(descr, "False", shape), numbers)))
                .isInstanceOf(InputException.class)
                .hasMessage("a.npz, array 'w': " + sentence);
    }

    @Test
    void otherBytesAndLongHeadersAreRefused() {
        assertThatThrownBy(() -> read("{\"id\":0} no array".getBytes(StandardCharsets.US_ASCII)))
                .hasMessage("a.npz, array 'w': expected an array of NumPy, version 1 to 3, found other bytes");
        byte[] file = file(2, "", "");
        ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(8, -1);
        assertThatThrownBy(() -> read(file))
                .hasMessage("a.npz, array 'w': expected a header of at most 10000 bytes, found 4294967295");
        assertThatThrownBy(() -> read((byte) 0x93)).hasMessageContaining("the array is cut off");
    }

    /** No header takes long, whatever it repeats. */
    @Test
    void aHostileHeaderIsRefusedAtOnce() {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + "1".repeat(9_000) + "x)}";
        assertTimeout(Duration.ofSeconds(2), () -> assertThatThrownBy(() -> read(file(1, header, "")))
                .isInstanceOf(InputException.class));
    }
}
