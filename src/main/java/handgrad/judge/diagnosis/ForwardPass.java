package handgrad.judge.diagnosis;

import java.util.ArrayList;
import java.util.List;

/** What a forward pass leaves behind, a row a sample. */
final class ForwardPass {
    private final List<double[][]> inputs;
    private final List<double[][]> z;
    private final List<double[][]> slopes;

    /**
     * @param inputs what each layer is fed, x first, and y at the end
     * @param slopes {@code f(z)} of each layer, where slopes are taken
     */
    ForwardPass(List<double[][]> inputs, List<double[][]> z, List<double[][]> slopes) {
        this.inputs = List.copyOf(inputs);
        this.z = List.copyOf(z);
        this.slopes = List.copyOf(slopes);
    }

    /** {@code a^(l-1)}, which layer {@code l} is fed; y for the depth. */
    double[][] input(int l) {
        return inputs.get(l);
    }

    double[][] z(int l) {
        return z.get(l);
    }

    /** {@code f(z^l)} for the slope of layer {@code l}: its output, unless that is stale. */
    double[][] slopeAt(int l) {
        return slopes.get(l);
    }

    List<double[][]> inputs() {
        return inputs;
    }

    List<double[][]> allZ() {
        return z;
    }

    static ForwardPass of(Place place, FaultyProducts products) {
        var inputs = new ArrayList<double[][]>();
        var sums = new ArrayList<double[][]>();
        inputs.add(place.x);
        for (int l = 0; l < place.network.depth(); l++) {
            double[][] z = new double[place.x.length][];
            double[][] a = new double[place.x.length][];
            for (int s = 0; s < z.length; s++) {
                z[s] = products.forward(l, s, inputs.get(l)[s]);
                a[s] = FaultyFunctions.activate(place.network.layer(l).activation(), z[s]);
            }
            sums.add(z);
            inputs.add(a);
        }
        return new ForwardPass(inputs, sums, inputs.subList(1, inputs.size()));
    }
}
