package handgrad.check;

import handgrad.Figures;
import handgrad.judge.function.Tensor;
import handgrad.network.Block;
import java.util.Arrays;
import java.util.List;

/** Whether a gradient has the shape of what it is the gradient of. */
final class Claimed {
    private Claimed() {}

    /** @throws AssertionError if it has not */
    static void check(List<Tensor> point, double[]... gradient) {
        List<Tensor> expected = point.stream().filter(Tensor::differentiated).toList();
        if (gradient == null || gradient.length != expected.size()) {
            throw new AssertionError("the gradient is %s, expected an array for each of %d tensors"
                    .formatted(gradient == null ? "null" : gradient.length + " arrays", expected.size()));
        }
        for (int i = 0; i < gradient.length; i++) {
            Tensor tensor = expected.get(i);
            int size = tensor.values().length;
            if (gradient[i] == null || gradient[i].length != size) {
                throw new AssertionError("the gradient of %s is %s, expected %d numbers%s"
                        .formatted(
                                Lines.name(tensor.name()),
                                gradient[i] == null ? "null" : gradient[i].length + " numbers",
                                size,
                                tensor.shape().size() > 1 ? ", for the shape " + tensor.shape() : ""));
            }
        }
    }

    /** Whether rows are as a parameter of a layer is. @throws AssertionError if not, with the name */
    static void check(String name, Block block, double[]... rows) {
        int found = rows == null ? 0 : rows.length;
        String expected = block.isWeight()
                ? "%d by %d, the inputs by the outputs of the layer".formatted(block.rows(), block.columns())
                : Figures.count(block.columns(), "number");
        if (rows == null || Arrays.stream(rows).anyMatch(row -> row == null || row.length != rows[0].length)) {
            throw new AssertionError("%s has no rows of equal length, expected %s".formatted(name, expected));
        }
        int width = found == 0 ? 0 : rows[0].length;
        if (found != block.rows() || width != block.columns()) {
            String given = block.isWeight() ? "%d by %d".formatted(found, width) : Figures.count(width, "number");
            String turned = found == block.columns() && width == block.rows() ? ": it is transposed" : "";
            throw new AssertionError("%s is %s, expected %s%s".formatted(name, given, expected, turned));
        }
    }
}
