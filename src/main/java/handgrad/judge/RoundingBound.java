package handgrad.judge;

import handgrad.network.Block;
import handgrad.network.Network;
import java.util.List;

/**
 * How far a right gradient may be off by rounding alone: a running error analysis (J. H. Wilkinson, 1963; N. J. Higham,
 * Accuracy and Stability of Numerical Algorithms, 2002, section 3.3) of backpropagation.
 *
 * <p>Beside every quantity goes a bound of its absolute error. A sum of {@code k} products adds {@code (k + 3) u} times the
 * sum of their absolute values; errors of operands pass through as {@link ErrorRules} say. Inputs and weights count as
 * rounded once. The only figures chosen are the roundings of an exponential, and a factor for
 * the error of the oracle itself.
 */
final class RoundingBound {
    private static final double SAFETY = 4;

    private final PlainNetwork plain;
    private final Network network;
    private final List<Block> blocks;
    private final ErrorRules rules;
    private final int n;
    private final double[] bound;

    /** @param n the number of samples that the gradient sums over */
    RoundingBound(PlainNetwork plain, ErrorRules rules, int n) {
        this.plain = plain;
        this.network = plain.network();
        this.blocks = network.blocks();
        this.rules = rules;
        this.n = n;
        this.bound = new double[network.size()];
    }

    /** The bound of each entry of the reduced gradient, in the layout of the parameters. */
    double[] entries() {
        double factor = SAFETY * network.reduction().factor(n);
        double[] entries = bound.clone();
        for (int i = 0; i < entries.length; i++) {
            entries[i] *= factor;
        }
        return entries;
    }

    /**
     * Adds what one sample contributes.
     *
     * @return the errors of {@code z}, layer by layer: a relu whose {@code z} is smaller may as well be on the other side
     */
    Erring[] add(Sample sample) {
        int depth = network.depth();
        Erring[] a = new Erring[depth + 1];
        Erring[] z = new Erring[depth];
        a[0] = rounded(sample.input(0));
        for (int l = 0; l < depth; l++) {
            z[l] = weightedSums(l, a[l], sample.z(l));
            a[l + 1] = rules.activate(network.layer(l).activation(), sample.output(l), z[l]);
        }
        Erring delta = rules.outputDelta(network.loss(), network.outputLayer().activation(), a[depth], sample.t());
        for (int l = depth - 1; l >= 0; l--) {
            accumulate(l, a[l], delta);
            if (l > 0) {
                delta = rules.timesSlope(network.layer(l - 1).activation(), a[l], throughWeights(l, delta));
            }
        }
        return z;
    }

    private Erring rounded(double[] values) {
        var erring = new Erring(values.length);
        for (int i = 0; i < values.length; i++) {
            erring.set(i, values[i], rules.u() * Math.abs(values[i]));
        }
        return erring;
    }

    private Erring weightedSums(int l, Erring a, double[] values) {
        var sums = new Erring(values.length);
        for (int j = 0; j < values.length; j++) {
            double size = Math.abs(plain.theta(blocks.get(2 * l).end() + j));
            double error = 0;
            for (int i = 0; i < a.size(); i++) {
                double weight = Math.abs(plain.weight(l, i, j));
                error += ErrorRules.times(weight, a.error(i));
                size += weight * a.magnitude(i);
            }
            sums.set(j, values[j], error + (a.size() + 3) * (rules.u() * size + rules.tiny()));
        }
        return sums;
    }

    private Erring throughWeights(int l, Erring delta) {
        var sums = new Erring(network.layer(l).nIn());
        for (int i = 0; i < sums.size(); i++) {
            double value = 0;
            double size = 0;
            double error = 0;
            for (int j = 0; j < delta.size(); j++) {
                double weight = plain.weight(l, i, j);
                value += weight * delta.value(j);
                size += Math.abs(weight) * delta.magnitude(j);
                error += ErrorRules.times(Math.abs(weight), delta.error(j));
            }
            sums.set(i, value, error + (delta.size() + 3) * (rules.u() * size + rules.tiny()));
        }
        return sums;
    }

    private void accumulate(int l, Erring a, Erring delta) {
        Block weights = blocks.get(2 * l);
        double roundings = (n + 4) * rules.u();
        for (int j = 0; j < delta.size(); j++) {
            double error = delta.error(j) + roundings * delta.magnitude(j);
            for (int i = 0; i < a.size(); i++) {
                bound[weights.index(i, j)] += ErrorRules.times(a.magnitude(i), error)
                        + ErrorRules.times(delta.magnitude(j) + delta.error(j), a.error(i))
                        + (a.magnitude(i) == 0 ? 0 : rules.tiny());
            }
            bound[weights.end() + j] += error + rules.tiny();
        }
    }
}
