package handgrad.input.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import handgrad.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Arrays by name in files of both kinds. */
class ArrayFileTest {
    /** The exit code of a program without NumPy, or without Python. */
    private static final int MISSING = 3;

    @TempDir
    private Path folder;

    private Path safetensors(String header, String numbers) throws IOException {
        byte[] text = header.getBytes(StandardCharsets.UTF_8);
        byte[] data = HexFormat.of().parseHex(numbers);
        ByteBuffer bytes = ByteBuffer.allocate(8 + text.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
        return Files.write(
                folder.resolve("a.safetensors"),
                bytes.putLong(text.length).put(text).put(data).array());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadAgain(ArrayFile kind) throws IOException {
        double[] values = new Random(1).doubles(24, -1e9, 1e9).toArray();
        Path file = folder.resolve("a" + kind.ending());
        kind.write(
                file,
                Map.of(
                        "layers.0.weights", new NumberArray(List.of(2, 3, 4), values),
                        "loss", new NumberArray(List.of(), new double[] {0.25})));
        assertThat(kind.read(file, "layers.0.weights").shape()).containsExactly(2, 3, 4);
        assertThat(kind.read(file, "layers.0.weights").values()).containsExactly(values);
        assertThat(kind.read(file, "loss").values()).containsExactly(0.25);
        assertThatThrownBy(() -> kind.read(file, "layers.1.weights"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("layers.0.weights");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoSuchFileIsTold(ArrayFile kind) throws IOException {
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> kind.read(none, "w")).hasMessage(none + ": expected a file, found none");
        assertThatThrownBy(() -> kind.read(folder, "w")).hasMessage(folder + ": expected a file, found none");
        Path other = Files.writeString(folder.resolve("other"), "1,2,3\n");
        assertThatThrownBy(() -> kind.read(other, "w"))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(other + ": ");
    }

    /** 1.5 and -2: bfloat16 is the upper half of single precision. */
    @ParameterizedTest
    @CsvSource({"F64, 000000000000f83f00000000000000c0", "F32, 0000c03f000000c0", "F16, 003e00c0", "BF16, c03f00c0"})
    void safetensorsOfEachType(String dtype, String numbers) throws IOException {
        int length = numbers.length() / 2;
        Path file = safetensors(
                "{\"__metadata__\":{\"by\":\"hand\"},\"w\":{\"dtype\":\"%s\",\"shape\":[1,2],\"data_offsets\":[0,%d]}}  "
                        .formatted(dtype, length),
                numbers);
        assertThat(ArrayFile.SAFETENSORS.read(file, "w").shape()).containsExactly(1, 2);
        assertThat(ArrayFile.SAFETENSORS.read(file, "w").values()).containsExactly(1.5, -2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            []; expected a header that is an object
            {"w":; the header is not valid JSON
            {"w":{},"w":{}}; the header is not valid JSON: Duplicate Object property "w"
            {"w":{"dtype":"U8","shape":[8],"data_offsets":[0,8]}}; array 'w': expected dtype F64, F32, F16, BF16, I64 or I32, found 'U8'
            {"w":{"dtype":"F64","data_offsets":[0,8]}}; array 'w': expected an array 'shape'
            {"w":{"dtype":"F64","shape":[-1],"data_offsets":[0,8]}}; array 'w': expected whole numbers in 'shape'
            {"w":{"dtype":"F64","shape":[99999999],"data_offsets":[0,8]}}; array 'w': expected at most 4194304 numbers
            {"w":{"dtype":"F64","shape":[2],"data_offsets":[0,8]}}; array 'w': expected data_offsets that are 16 bytes apart
            {"w":{"dtype":"F64","shape":[1],"data_offsets":[0,8,16]}}; array 'w': expected data_offsets that are 8 bytes apart
            {"w":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}}; expected arrays one after another, found a gap or an overlap at byte 0
            {"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"v":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}}; expected arrays one after another, found a gap or an overlap at byte 4
            {"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}; expected 4 bytes of numbers, found 8
            {"v":{"dtype":"F64","shape":[1],"data_offsets":[0,8]}}; unknown array
            """)
    void aHostileHeaderOfSafetensorsIsRefused(String header, String sentence) throws IOException {
        Path file = safetensors(header, "0000000000000000");
        assertThatThrownBy(() -> ArrayFile.SAFETENSORS.read(file, "w"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(sentence)
                .hasMessageContaining("a.safetensors");
    }

    @Test
    void aHeaderLongerThanTheFileIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("a.safetensors"), HexFormat.of().parseHex("ffffffffffffffff7b7d"));
        assertThatThrownBy(() -> ArrayFile.SAFETENSORS.read(file, "w"))
                .hasMessage(file + ": expected a header of at most 2 bytes, found one of 18446744073709551615");
    }

    /** NumPy reads what is written here, and writes what is read. */
    @Test
    void numpyAgrees() throws Exception {
        ArrayFile.NPZ.write(
                folder.resolve("in.npz"), Map.of("w", new NumberArray(List.of(2, 3), new double[] {1, 2, 3, 4, 5, 6})));
        String program = """
                import sys
                try:
                    import numpy as np
                except ImportError:
                    sys.exit(3)
                w = np.load("in.npz")["w"]
                np.savez("stored.npz", half=w.astype(np.float16) / 4, turned=np.asfortranarray(w), big=w.astype(">i8"))
                np.savez_compressed("deflated.npz", sum=w.sum(), single=(w / 8).astype(np.float32))
                """;
        int code = python(program);
        assumeTrue(code != MISSING, "python3 with numpy is not on the path");
        assertThat(code).isZero();
        Path stored = folder.resolve("stored.npz");
        assertThat(ArrayFile.NPZ.read(stored, "half").values()).containsExactly(0.25, 0.5, 0.75, 1, 1.25, 1.5);
        assertThat(ArrayFile.NPZ.read(stored, "turned").values()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(ArrayFile.NPZ.read(stored, "big").values()).containsExactly(1, 2, 3, 4, 5, 6);
        Path deflated = folder.resolve("deflated.npz");
        assertThat(ArrayFile.NPZ.read(deflated, "sum").shape()).isEmpty();
        assertThat(ArrayFile.NPZ.read(deflated, "sum").values()).containsExactly(21);
        assertThat(ArrayFile.NPZ.read(deflated, "single").shape()).containsExactly(2, 3);
    }

    private int python(String program) throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", program)
                    .directory(folder.toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return MISSING;
        }
    }
}
