package handgrad.diagnosis;

import handgrad.network.Block;
import handgrad.network.Network;
import java.util.List;
import java.util.Optional;

/**
 * Backpropagation in plain loops, with the faults that it is told to make. Without any it is right. Faults of the finished
 * gradient, such as a wrong factor, are left to {@link FaultyGradient}.
 */
final class FaultyBackpropagation {
    private final Network network;
    private final List<Block> blocks;
    private final double[] theta;
    private final double[][] x;
    private final double[][] t;
    private final List<Fault> faults;
    private final FaultyFunctions functions;
    private final double[][][] z;
    private final double[][][] a;
    private final double[] gradient;

    private FaultyBackpropagation(Place place, List<Fault> faults) {
        this.network = place.network;
        this.blocks = place.blocks;
        this.theta = place.theta;
        this.x = place.x;
        this.t = place.t;
        this.faults = faults;
        this.functions = new FaultyFunctions(network, faults);
        this.z = new double[network.depth()][x.length][];
        this.a = new double[network.depth()][x.length][];
        this.gradient = new double[theta.length];
    }

    /** The gradient of the reduced loss that a program with these faults would compute. */
    static double[] gradient(Place place, List<Fault> faults) {
        var faulty = new FaultyBackpropagation(place, faults);
        faulty.forward();
        faulty.backward();
        return new FaultyGradient(place).apply(faulty.gradient, faults);
    }

    private Optional<Fault> fault(Mistake mistake, int layer) {
        return faults.stream().filter(fault -> fault.is(mistake, layer)).findFirst();
    }

    private void forward() {
        for (int l = 0; l < network.depth(); l++) {
            boolean elementwise = fault(Mistake.ELEMENTWISE_PRODUCT, l)
                    .filter(fault -> fault.form() == 2)
                    .isPresent();
            for (int s = 0; s < x.length; s++) {
                z[l][s] = weightedSums(l, l == 0 ? x[s] : a[l - 1][s], elementwise);
                a[l][s] = FaultyFunctions.activate(network.layer(l).activation(), z[l][s]);
            }
        }
        fault(Mistake.STALE_ACTIVATIONS, 0).ifPresent(this::stale);
    }

    private double[] weightedSums(int l, double[] input, boolean elementwise) {
        Block weights = blocks.get(2 * l);
        double[] sums = new double[weights.columns()];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = theta[weights.end() + j];
            for (int i = 0; i < input.length; i++) {
                sums[j] += elementwise && i != j ? 0 : input[i] * theta[weights.index(i, j)];
            }
        }
        return sums;
    }

    /** Form 0: no forward pass was made, all are zero. Form 1: those of the sample before, the last one's for the first. */
    private void stale(Fault fault) {
        for (int l = 0; l < network.depth(); l++) {
            double[][] sums = z[l].clone();
            double[][] outputs = a[l].clone();
            for (int s = 0; s < x.length; s++) {
                int before = (s + x.length - 1) % x.length;
                z[l][s] = fault.form() == 0 ? new double[sums[s].length] : sums[before];
                a[l][s] = fault.form() == 0 ? new double[sums[s].length] : outputs[before];
            }
        }
    }

    private void backward() {
        int last = network.depth() - 1;
        double[][] delta = new double[x.length][];
        for (int s = 0; s < x.length; s++) {
            delta[s] = functions.outputDelta(z[last][s], a[last][s], t[s]);
            scale(delta[s], network.reduction().factor(x.length) * share(s));
        }
        for (int l = last; l >= 0; l--) {
            accumulate(l, delta);
            if (l > 0) {
                delta = below(l, delta);
            }
        }
    }

    /** What a sample counts: 1, unless only one sample counts at all. Form 1 then leaves the factor 1/n of a mean out. */
    private double share(int s) {
        Optional<Fault> last = fault(Mistake.LAST_SAMPLE_ONLY, 0);
        Optional<Fault> first = fault(Mistake.FIRST_SAMPLE_ONLY, 0);
        Optional<Fault> only = last.isPresent() ? last : first;
        if (only.isEmpty()) {
            return 1;
        }
        boolean counts = s == (last.isPresent() ? x.length - 1 : 0);
        double whole = 1 / network.reduction().factor(x.length);
        return counts ? (only.get().form() == 1 ? whole : 1) : 0;
    }

    private static void scale(double[] values, double factor) {
        for (int k = 0; k < values.length; k++) {
            values[k] *= factor;
        }
    }

    private void accumulate(int l, double[][] delta) {
        Block weights = blocks.get(2 * l);
        boolean preActivation =
                l > 0 && fault(Mistake.PRE_ACTIVATION_AS_INPUT, l).isPresent();
        boolean elementwise = fault(Mistake.ELEMENTWISE_PRODUCT, l)
                .filter(fault -> fault.form() == 1)
                .isPresent();
        for (int s = 0; s < x.length; s++) {
            double[] input = l == 0 ? x[s] : preActivation ? z[l - 1][s] : a[l - 1][s];
            for (int j = 0; j < delta[s].length; j++) {
                for (int i = 0; i < input.length; i++) {
                    gradient[weights.index(i, j)] += elementwise && i != j ? 0 : input[i] * delta[s][j];
                }
                gradient[weights.end() + j] += delta[s][j];
            }
        }
    }

    private double[][] below(int l, double[][] delta) {
        double[][] weights = backwardWeights(l);
        double[][] lower = new double[x.length][];
        for (int s = 0; s < x.length; s++) {
            double[] sums = new double[weights.length];
            for (int i = 0; i < sums.length; i++) {
                for (int j = 0; j < delta[s].length; j++) {
                    sums[i] += delta[s][j] * weights[i][j];
                }
            }
            lower[s] = functions.timesSlope(l - 1, z[l - 1][s], a[l - 1][s], sums);
        }
        return lower;
    }

    /** What delta_j is multiplied by on its way to neuron i of the layer below: {@code W^l_ij}. */
    private double[][] backwardWeights(int l) {
        Block block = blocks.get(2 * l);
        boolean transposed = fault(Mistake.TRANSPOSED_WEIGHTS, l)
                .filter(fault -> fault.form() == 1)
                .isPresent();
        boolean missing = fault(Mistake.WEIGHTS_MISSING, l - 1).isPresent();
        boolean elementwise = fault(Mistake.ELEMENTWISE_PRODUCT, l)
                .filter(fault -> fault.form() == 0)
                .isPresent();
        double stale = fault(Mistake.STALE_WEIGHTS, l - 1).map(Fault::strength).orElse(0.0);
        double[][] weights = new double[block.rows()][block.columns()];
        for (int i = 0; i < block.rows(); i++) {
            for (int j = 0; j < block.columns(); j++) {
                int at = transposed ? block.index(j, i) : block.index(i, j);
                double weight = missing ? 1 : theta[at] - stale * gradient[at];
                weights[i][j] = elementwise && i != j ? 0 : weight;
            }
        }
        return weights;
    }
}
