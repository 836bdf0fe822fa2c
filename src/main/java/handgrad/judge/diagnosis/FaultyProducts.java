package handgrad.judge.diagnosis;

import handgrad.network.Block;

/** The three products of backpropagation, {@code a W}, {@code a^T delta} and {@code delta W^T}, with their faults. */
final class FaultyProducts {
    /** {@code delta_i W_ii}: what a loop over one index makes of {@code delta W^T}. */
    static final int DOWN_DIAGONAL = 0;
    /** {@code a_i delta_i}. */
    static final int GRADIENT_DIAGONAL = 1;
    /** {@code a_i W_ii}. */
    static final int FORWARD_DIAGONAL = 2;
    /** From here on {@code *} of whole matrices, which fit where there are as many samples as inputs and outputs. */
    static final int GRADIENT = 3;

    static final int DOWN_TRANSPOSED = 4;
    static final int DOWN = 5;
    static final int FORWARD = 6;
    /** The products for a single output are not added up: see {@link SeparateProducts}. */
    static final int SEPARATE = 7;

    private final Place place;
    private final Faults faults;

    FaultyProducts(Place place, Faults faults) {
        this.place = place;
        this.faults = faults;
    }

    private boolean elementwise(int layer, int square, int form) {
        return place.square(square) && faults.has(Mistake.ELEMENTWISE_PRODUCT, layer, form);
    }

    /** Whether a fault is made in the forward pass. */
    boolean forwardIsFaulty() {
        return faults.list().stream()
                .anyMatch(fault -> fault.mistake() == Mistake.ELEMENTWISE_PRODUCT
                        && (fault.form() == FORWARD_DIAGONAL || fault.form() == FORWARD));
    }

    /** {@code z} of sample {@code s} in layer {@code l}. */
    double[] forward(int l, int s, double[] input) {
        Block weights = place.blocks.get(2 * l);
        boolean diagonal = elementwise(l, l, FORWARD_DIAGONAL);
        boolean whole = place.cubic(l) && elementwise(l, l, FORWARD);
        double[] sums = new double[weights.columns()];
        for (int j = 0; j < sums.length; j++) {
            sums[j] = place.theta[weights.end() + j];
            if (diagonal || whole) {
                sums[j] += input[j] * place.theta[weights.index(whole ? s : j, j)];
                continue;
            }
            for (int i = 0; i < input.length; i++) {
                sums[j] += input[i] * place.theta[weights.index(i, j)];
            }
        }
        return sums;
    }

    /** Adds {@code a_i delta_j} of sample {@code s} to the gradient. */
    void accumulate(int l, int s, double[][] inputs, double[][] delta, double share, double[] gradient) {
        Block weights = place.blocks.get(2 * l);
        boolean diagonal = elementwise(l, l, GRADIENT_DIAGONAL);
        boolean whole = place.cubic(l) && elementwise(l, l, GRADIENT);
        for (int j = 0; j < delta[s].length; j++) {
            for (int i = 0; i < inputs[s].length; i++) {
                // a.T * delta has one term in each entry: its row counts deltas, its column inputs.
                double product = whole ? (s == j ? inputs[j][i] * delta[i][j] : 0) : inputs[s][i] * delta[s][j];
                gradient[weights.index(i, j)] += diagonal && i != j ? 0 : share * product;
            }
            gradient[weights.end() + j] += share * delta[s][j];
        }
    }

    /** {@code dL/da} of layer {@code l - 1}, made from the deltas of layer {@code l}. */
    double[][] down(int l, double[][] delta, double[] gradient) {
        boolean asItIs = place.square(l) && faults.has(Mistake.WEIGHTS_MISSING, l - 1, 1);
        boolean transposed = place.cubic(l) && elementwise(l - 1, l, DOWN_TRANSPOSED);
        boolean whole = place.cubic(l) && elementwise(l - 1, l, DOWN);
        double[][] weights = backwardWeights(l, gradient);
        double[][] lower = new double[delta.length][];
        for (int s = 0; s < delta.length; s++) {
            double[] own = delta[s];
            int row = s;
            lower[s] = FaultyOutput.vector(weights.length, i -> {
                if (asItIs) {
                    return own[i];
                }
                if (transposed || whole) {
                    return own[i] * (whole ? weights[row][i] : weights[i][row]);
                }
                double sum = 0;
                for (int j = 0; j < own.length; j++) {
                    sum += own[j] * weights[i][j];
                }
                return sum;
            });
        }
        return lower;
    }

    /** What delta_j is multiplied by on its way to neuron i of the layer below: {@code W^l_ij}. */
    private double[][] backwardWeights(int l, double[] gradient) {
        Block block = place.blocks.get(2 * l);
        boolean transposed = place.square(l) && faults.has(Mistake.TRANSPOSED_WEIGHTS, l - 1, ShapeFaults.PASSED_DOWN);
        boolean missing = faults.has(Mistake.WEIGHTS_MISSING, l - 1, 0);
        boolean diagonal = elementwise(l - 1, l, DOWN_DIAGONAL);
        double stale =
                faults.find(Mistake.STALE_WEIGHTS, l - 1).map(Fault::strength).orElse(0.0);
        double[][] weights = new double[block.rows()][block.columns()];
        for (int i = 0; i < block.rows(); i++) {
            for (int j = 0; j < block.columns(); j++) {
                int at = transposed ? block.index(j, i) : block.index(i, j);
                double weight = missing ? 1 : place.theta[at] - stale * gradient[at];
                weights[i][j] = diagonal && i != j ? 0 : weight;
            }
        }
        return weights;
    }
}
