package handgrad.input.array;

import handgrad.InputException;
import handgrad.Shown;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One array as NumPy saves it: the bytes {@code 93 "NUMPY"}, a version, the length of a header, the header as a Python dictionary,
 * the numbers. Versions 1 to 3, numbers f8, f4, f2, i8, i4 of either order of bytes, in either order of indices. The format is that
 * of <a href="https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html">numpy.lib.format</a>.
 *
 * @param what names the file and the array, for complaints
 */
record Npy(String what) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /** NumPy itself reads no longer ones. */
    private static final int LONGEST_HEADER = 10_000;

    private static final int ALIGNMENT = 64;

    private static final Pattern DESCR = Pattern.compile("'descr'\\s*:\\s*'([<>=]?)([a-z][0-9]+)'\\s*,?\\s*");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)\\s*,?\\s*");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9, ]*)\\)\\s*,?\\s*");

    NumberArray read(InputStream in) throws IOException {
        byte[] start = bytes(in, MAGIC.length + 2);
        int version = start[MAGIC.length];
        if (!Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length) || version < 1 || version > 3) {
            throw wrong("expected an array of NumPy, version 1 to 3, found other bytes");
        }
        ByteBuffer length = ByteBuffer.wrap(bytes(in, version == 1 ? Short.BYTES : Integer.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        long size = version == 1 ? Short.toUnsignedLong(length.getShort()) : Integer.toUnsignedLong(length.getInt());
        if (size > LONGEST_HEADER) {
            throw wrong("expected a header of at most %d bytes, found %d".formatted(LONGEST_HEADER, size));
        }
        String header = new String(bytes(in, (int) size), StandardCharsets.UTF_8).strip();
        return read(in, header);
    }

    private NumberArray read(InputStream in, String header) throws IOException {
        Matcher descr = one(DESCR, header);
        Matcher order = one(ORDER, header);
        Matcher shape = one(SHAPE, header);
        int known =
                descr.group().length() + order.group().length() + shape.group().length();
        // Nothing else stands between the braces.
        if (!header.startsWith("{")
                || !header.endsWith("}")
                || header.replaceAll("^\\{\\s*|}$", "").length() != known) {
            throw unreadable(header);
        }
        NumberType type = type(descr.group(2));
        List<Long> lengths = Arrays.stream(shape.group(1).split(","))
                .map(String::strip)
                .filter(length -> !length.isEmpty())
                .map(length -> number(length, header))
                .toList();
        int size = Shapes.checkedSize(what, lengths);
        byte[] numbers = bytes(in, size * type.bytes());
        if (in.read() >= 0) {
            throw wrong("expected %d numbers, found more".formatted(size));
        }
        double[] values = type.read(ByteBuffer.wrap(numbers)
                .order(descr.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN));
        List<Integer> sizes = lengths.stream().map(Long::intValue).toList();
        boolean fortran = order.group(1).equals("True");
        return new NumberArray(sizes, fortran ? Shapes.lastIndexFastest(sizes, values) : values);
    }

    private long number(String length, String header) {
        if (!length.matches("[0-9]{1,18}")) {
            throw unreadable(header);
        }
        return Long.parseLong(length);
    }

    private NumberType type(String descr) {
        return Arrays.stream(NumberType.values())
                .filter(type -> type.numpy().equals(descr))
                .findFirst()
                .orElseThrow(() -> wrong(
                        "expected numbers of type f8, f4, f2, i8 or i4, found '%s'".formatted(Shown.text(descr))));
    }

    private Matcher one(Pattern pattern, String header) {
        Matcher found = pattern.matcher(header);
        if (!found.find()) {
            throw unreadable(header);
        }
        return found;
    }

    private InputException unreadable(String header) {
        return wrong("expected a header {'descr': '<f8', 'fortran_order': False, 'shape': (3, 4)}, found "
                + Shown.text(header));
    }

    private byte[] bytes(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw wrong("expected %d bytes, found %d: the array is cut off".formatted(count, bytes.length));
        }
        return bytes;
    }

    private InputException wrong(String sentence) {
        return new InputException("%s: %s".formatted(what, sentence));
    }

    /** Version 1, little end first, last index fastest; the numbers begin at a multiple of 64 bytes. */
    static void write(DataOutputStream out, NumberArray array) throws IOException {
        String sizes = array.shape().stream().map(size -> size + ",").collect(Collectors.joining(" "));
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (%s), }".formatted(sizes);
        int unpadded = MAGIC.length + 2 + Short.BYTES + header.length() + 1;
        String padded = header + " ".repeat(Math.floorMod(-unpadded, ALIGNMENT)) + "\n";
        out.write(MAGIC);
        out.write(new byte[] {1, 0});
        out.writeShort(Short.reverseBytes((short) padded.length()));
        out.write(padded.getBytes(StandardCharsets.US_ASCII));
        out.write(LittleEndian.bytes(array.values()));
    }
}
