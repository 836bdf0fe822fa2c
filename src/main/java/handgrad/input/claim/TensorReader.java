package handgrad.input.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a case claims besides a gradient, a row for each sample. */
record TensorReader(JsonFields claimed, SampleReader samples, PrintedPoint point, double sign) {
    Handed.Tensors tensors() {
        int nIn = samples.network().nIn();
        int nOut = samples.network().nOut();
        return new Handed.Tensors(
                read("inputs", nIn, "nIn").map(this::downhill).map(point::tensor),
                read("outputs", nOut, "nOut").map(point::tensor),
                activations());
    }

    private Optional<double[][]> read(String name, int width, String widthName) {
        return claimed.has(name)
                ? Optional.of(samples.rows(claimed.field(name), point.samples().n(), width, widthName))
                : Optional.empty();
    }

    private double[][] downhill(double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(entry -> sign * entry).toArray())
                .toArray(double[][]::new);
    }

    private List<Optional<Handed.Tensor>> activations() {
        if (!claimed.has("activations")) {
            return List.of();
        }
        JsonFields list = claimed.field("activations");
        int depth = samples.network().depth();
        NetworkReader.checkCount(list, depth);
        var all = new ArrayList<Optional<Handed.Tensor>>();
        for (int l = 0; l < depth; l++) {
            JsonFields layer = list.element(l);
            int width = samples.network().layer(l).nOut();
            all.add(
                    layer.isNull()
                            ? Optional.empty()
                            : Optional.of(point.tensor(
                                    samples.rows(layer, point.samples().n(), width, "nOut"))));
        }
        return all;
    }
}
