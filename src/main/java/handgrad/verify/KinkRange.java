package handgrad.verify;

import handgrad.network.Activation;
import handgrad.network.Block;
import handgrad.network.Loss;
import handgrad.network.Network;
import java.util.List;

/**
 * What a gradient may be where a relu stands at its kink. There the loss has one slope on one side and another on the
 * other, and every slope of the relu in [0, 1] is as right as any: Clarke's generalised gradient. This class carries
 * tangents as intervals {@code [low, high]} from a parameter up to the loss, with {@code [0, 1]} for the slope of each relu
 * whose sign rounding decides.
 */
final class KinkRange {
    private final PlainNetwork plain;
    private final Network network;
    private final List<Block> blocks;
    private final ForwardMode forward;
    private final double[] below;
    private final double[] above;
    private boolean found;

    KinkRange(PlainNetwork plain) {
        this.plain = plain;
        this.network = plain.network();
        this.blocks = network.blocks();
        this.forward = new ForwardMode(plain);
        this.below = new double[network.size()];
        this.above = new double[network.size()];
    }

    /** Whether any relu of any sample stood at its kink. */
    boolean found() {
        return found;
    }

    /** How much lower than the oracle's the sum of the entries over the samples may be; 0 or negative. */
    double below(int index) {
        return below[index];
    }

    /** How much higher; 0 or positive. */
    double above(int index) {
        return above[index];
    }

    /** Adds what the kinks of one sample allow. */
    void add(Sample sample, Erring[] z, double[] t) {
        boolean[][] kinks = kinks(z);
        if (kinks == null) {
            return;
        }
        found = true;
        double[] own = new double[network.size()];
        forward.add(sample, t, own);
        for (int l = 0; l < network.depth(); l++) {
            Block weights = blocks.get(2 * l);
            for (int j = 0; j < weights.columns(); j++) {
                Interval unit = lossRange(sample, kinks, l, j, t);
                for (int i = 0; i < weights.rows(); i++) {
                    widen(weights.index(i, j), unit.times(sample.input(l)[i]), own);
                }
                widen(weights.end() + j, unit, own);
            }
        }
    }

    private void widen(int index, Interval range, double[] own) {
        below[index] += Math.min(0, range.low - own[index]);
        above[index] += Math.max(0, range.high - own[index]);
    }

    /** The relus whose z is no further from 0 than its error; null if there is none. */
    private boolean[][] kinks(Erring[] z) {
        boolean any = false;
        boolean[][] kinks = new boolean[z.length][];
        for (int l = 0; l < z.length; l++) {
            kinks[l] = new boolean[z[l].size()];
            boolean relu = network.layer(l).activation() == Activation.RELU;
            for (int j = 0; relu && j < kinks[l].length; j++) {
                kinks[l][j] = z[l].magnitude(j) <= z[l].error(j);
                any |= kinks[l][j];
            }
        }
        return any ? kinks : null;
    }

    private record Interval(double low, double high) {
        static final Interval ZERO = new Interval(0, 0);

        Interval plus(Interval other) {
            return new Interval(low + other.low, high + other.high);
        }

        Interval times(double factor) {
            return factor >= 0 ? new Interval(low * factor, high * factor) : new Interval(high * factor, low * factor);
        }

        Interval orZero() {
            return new Interval(Math.min(low, 0), Math.max(high, 0));
        }
    }

    /** The range of {@code dL} when {@code z_j} of layer {@code l} moves by 1. */
    private Interval lossRange(Sample sample, boolean[][] kinks, int l, int j, double[] t) {
        Interval[] dz = zeros(network.layer(l).nOut());
        dz[j] = new Interval(1, 1);
        for (int k = l + 1; k < network.depth(); k++) {
            dz = through(k, activated(k - 1, sample, kinks, dz));
        }
        return loss(sample, kinks, dz, t);
    }

    private Interval[] activated(int l, Sample sample, boolean[][] kinks, Interval[] dz) {
        Interval[] da = zeros(dz.length);
        for (int k = 0; k < dz.length; k++) {
            da[k] = kinks[l][k]
                    ? dz[k].orZero()
                    : dz[k].times(ForwardMode.slope(network.layer(l).activation(), sample.z(l)[k]));
        }
        return da;
    }

    private Interval[] through(int l, Interval[] da) {
        Interval[] dz = zeros(network.layer(l).nOut());
        for (int k = 0; k < dz.length; k++) {
            for (int i = 0; i < da.length; i++) {
                dz[k] = dz[k].plus(da[i].times(plain.weight(l, i, k)));
            }
        }
        return dz;
    }

    /** The loss is differentiable in z but for an output relu at its kink. */
    private Interval loss(Sample sample, boolean[][] kinks, Interval[] dz, double[] t) {
        int last = network.depth() - 1;
        double scale = network.loss() == Loss.MEAN_SQUARED_ERROR ? 2.0 / t.length : 1;
        Interval sum = Interval.ZERO;
        for (int k = 0; k < dz.length; k++) {
            double[] unit = new double[dz.length];
            unit[k] = 1;
            double slope = forward.lossTangent(sample.z(last), unit, t);
            sum = sum.plus(
                    kinks[last][k]
                            ? dz[k].times(scale * (sample.output(last)[k] - t[k]))
                                    .orZero()
                            : dz[k].times(slope));
        }
        return sum;
    }

    private static Interval[] zeros(int size) {
        Interval[] zeros = new Interval[size];
        java.util.Arrays.fill(zeros, Interval.ZERO);
        return zeros;
    }
}
