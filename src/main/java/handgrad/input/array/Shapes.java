package handgrad.input.array;

import handgrad.InputException;
import java.util.List;

/** How many numbers a shape has, and where each stands. */
final class Shapes {
    /** As many as a line of JSON may hold bytes. */
    private static final long LARGEST = (32L << 20) / Double.BYTES;

    private Shapes() {}

    /** The product of the sizes. */
    static long size(List<Integer> shape) {
        return shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact);
    }

    /**
     * The same of a shape out of a file.
     *
     * @param what names the file and the array
     * @throws InputException if a size is no size, or if there are too many numbers
     */
    static int checkedSize(String what, List<Long> shape) {
        long size = 1;
        for (long length : shape) {
            if (length < 0 || length > LARGEST || size * Math.max(1, length) > LARGEST) {
                throw new InputException(
                        "%s: expected at most %d numbers, found the shape %s".formatted(what, LARGEST, shape));
            }
            size *= length;
        }
        return (int) size;
    }

    /** Values with the first index fastest, as Fortran has them, with the last one fastest. */
    static double[] lastIndexFastest(List<Integer> shape, double... values) {
        double[] turned = new double[values.length];
        int[] index = new int[shape.size()];
        for (double value : values) {
            int at = 0;
            for (int axis = 0; axis < index.length; axis++) {
                at = at * shape.get(axis) + index[axis];
            }
            turned[at] = value;
            for (int axis = 0; axis < index.length && ++index[axis] == shape.get(axis); axis++) {
                index[axis] = 0;
            }
        }
        return turned;
    }
}
