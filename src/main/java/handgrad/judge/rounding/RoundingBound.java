package handgrad.judge.rounding;

import handgrad.network.Block;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far a right gradient may be off by rounding alone, along the sides of the kinks that it has taken: the derivatives by hand, as
 * most programs write them, read with {@link Erring} numbers, where inputs and weights count as rounded once. The only figures
 * chosen are those of {@link Rounding}, and a factor for the error of the oracle itself. Where this leaves more than
 * {@value #WIDE} roundings of a layer's largest entry, what rounding does is measured, and the smaller of the two counts.
 */
final class RoundingBound {
    private static final double SAFETY = 4;
    /** In double precision {@code 9.3e-10}. */
    private static final double WIDE = 0x1p22;
    /** In units of the smallest number: gradients that are lost altogether need no measuring. */
    private static final double LOST = 0x1p40;

    private final Setting setting;
    private final List<Samples> parts = new ArrayList<>();
    private final List<ErringPart> atKinks = new ArrayList<>();
    private final List<Kink> kinks = new ArrayList<>();
    private final double[] elsewhere;

    /** @param n the number of samples that the gradient sums over */
    RoundingBound(Point point, Precision precision, int n) {
        this.setting = Setting.of(point, precision, n);
        this.elsewhere = new double[point.network().size()];
    }

    Setting setting() {
        return setting;
    }

    /** Adds a part of the samples; whether it stands at a kink. */
    boolean add(Samples samples) {
        var part = new ErringPart(setting, parts.size(), samples);
        parts.add(samples);
        if (part.kinks().isEmpty()) {
            part.addTo(elsewhere, new Branch(List.of()));
            return false;
        }
        kinks.addAll(part.kinks());
        atKinks.add(part);
        return true;
    }

    List<Kink> kinks() {
        return kinks;
    }

    Samples part(int number) {
        return parts.get(number);
    }

    /** The bound of each entry of the reduced gradient along a branch. */
    double[] worst(Branch branch) {
        double[] entries = elsewhere.clone();
        atKinks.forEach(part -> part.addTo(entries, branch));
        for (int i = 0; i < entries.length; i++) {
            entries[i] *= SAFETY * setting.factor();
        }
        return entries;
    }

    /**
     * That bound, or what is measured where it is wide.
     *
     * @param right the reduced gradient along the branch
     */
    double[] entries(Branch branch, double[] right) {
        double[] worst = worst(branch);
        if (wide(worst, right)) {
            double[] measured = new Spread(setting, parts).entries(branch, right);
            for (int i = 0; i < worst.length; i++) {
                worst[i] = Math.min(worst[i], measured[i]);
            }
        }
        return worst;
    }

    private boolean wide(double[] entries, double[] right) {
        for (int l = 0; l < setting.network().depth(); l++) {
            List<Block> blocks = setting.network().blocks(l);
            int from = blocks.get(0).offset();
            int end = blocks.get(blocks.size() - 1).end();
            double bound = largest(entries, from, end);
            boolean lost = bound <= LOST * setting.rounding().tiny();
            if (!lost && !(bound <= WIDE * setting.rounding().u() * largest(right, from, end))) {
                return true;
            }
        }
        return false;
    }

    private static double largest(double[] values, int from, int end) {
        return Arrays.stream(values, from, end).map(Math::abs).max().orElse(0);
    }
}
