package handgrad.input.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What a case claims besides a gradient, a row for each sample. */
record TensorReader(JsonFields claimed, SampleReader samples, int n, double sign) {
    Handed.Tensors tensors() {
        int nIn = samples.network().nIn();
        int nOut = samples.network().nOut();
        return new Handed.Tensors(
                read("inputs", nIn, "nIn").map(this::downhill), read("outputs", nOut, "nOut"), activations());
    }

    private Optional<double[][]> read(String name, int width, String widthName) {
        return claimed.has(name)
                ? Optional.of(samples.rows(claimed.field(name), n, width, widthName))
                : Optional.empty();
    }

    private double[][] downhill(double[][] rows) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(entry -> sign * entry).toArray())
                .toArray(double[][]::new);
    }

    private List<Optional<double[][]>> activations() {
        if (!claimed.has("activations")) {
            return List.of();
        }
        JsonFields list = claimed.field("activations");
        int depth = samples.network().depth();
        NetworkReader.checkCount(list, depth);
        var all = new ArrayList<Optional<double[][]>>();
        for (int l = 0; l < depth; l++) {
            JsonFields layer = list.element(l);
            int width = samples.network().layer(l).nOut();
            all.add(layer.isNull() ? Optional.empty() : Optional.of(samples.rows(layer, n, width, "nOut")));
        }
        return all;
    }
}
