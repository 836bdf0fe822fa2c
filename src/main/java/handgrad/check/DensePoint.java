package handgrad.check;

import handgrad.judge.function.PointAudit;
import handgrad.judge.function.Tensor;
import handgrad.network.Block;
import handgrad.network.Point;
import handgrad.network.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A network's parameters as tensors, for what their values and shapes hide. */
final class DensePoint {
    private DensePoint() {}

    static List<String> hides(Point theta, Samples samples) {
        var tensors = new ArrayList<Tensor>();
        for (Block block : theta.network().blocks()) {
            List<Integer> shape = block.isWeight() ? List.of(block.rows(), block.columns()) : List.of(block.columns());
            double[] values = Arrays.stream(theta.rows(block))
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            tensors.add(new Tensor(block.symbol(), shape, values, true));
        }
        var hidden = new ArrayList<>(PointAudit.of(tensors));
        if (samples.n() == 1) {
            hidden.add("there is one sample: a missing or doubled 1/n, and sums that are taken for means, are hidden");
        }
        return List.copyOf(hidden);
    }
}
