package handgrad.judge.rounding;

import handgrad.network.Block;
import handgrad.network.Precision;
import handgrad.network.Samples;
import handgrad.network.layer.Theta;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What rounding really does at a point: the gradient by hand, computed several times with roundings at random, and how far that
 * comes from the right one at most, layer by layer. A bound is a worst case, and lies far above it where many numbers are large
 * and few matter.
 */
final class Spread {
    private static final int RUNS = 10;
    /** How many times further off right programs may be than the furthest of the runs. */
    private static final double TIMES = 16;

    private final Setting setting;
    private final List<Samples> parts;

    Spread(Setting setting, List<Samples> parts) {
        this.setting = setting;
        this.parts = parts;
    }

    /** The largest error of each entry to be expected. @param right the reduced gradient along the branch */
    double[] entries(Branch branch, double[] right) {
        double[][] runs = runs(branch);
        double[] entries = new double[right.length];
        for (int l = 0; l < setting.network().depth(); l++) {
            List<Block> blocks = setting.network().blocks(l);
            int from = blocks.get(0).offset();
            int end = blocks.get(blocks.size() - 1).end();
            Arrays.fill(entries, from, end, TIMES * furthest(runs, right, from, end));
        }
        return entries;
    }

    private double furthest(double[][] runs, double[] right, int from, int end) {
        double furthest = 0;
        for (int i = from; i < end; i++) {
            furthest = Math.max(furthest, setting.rounding().u() * Math.abs(right[i]));
            for (double[] run : runs) {
                double off = Math.abs(setting.factor() * run[i] - right[i]);
                furthest = Double.isNaN(off) ? Double.POSITIVE_INFINITY : Math.max(furthest, off);
            }
        }
        return furthest + setting.rounding().tiny();
    }

    private double[][] runs(Branch branch) {
        double[][] sums = new double[RUNS][setting.network().size()];
        var jitters = new ArrayList<Jitter>();
        var thetas = new ArrayList<List<Theta<Row>>>();
        for (int run = 0; run < RUNS; run++) {
            var jitter = new Jitter(run, setting.rounding());
            jitters.add(jitter);
            thetas.add(setting.point().rows(values -> jitter.exact(single() ? jitter.rounded(values) : values)));
        }
        for (int number = 0; number < parts.size(); number++) {
            var erring = new ErringPart(setting, number, parts.get(number));
            for (int run = 0; run < RUNS; run++) {
                Samples part = single() ? rounded(parts.get(number), jitters.get(run)) : parts.get(number);
                new JitteredPart(setting, thetas.get(run), jitters.get(run), part, erring, branch, sums[run]);
            }
        }
        return sums;
    }

    /** What is given in double precision is itself rounded by a program in single precision. */
    private boolean single() {
        return setting.rounding().precision() == Precision.FLOAT;
    }

    private static Samples rounded(Samples part, Jitter jitter) {
        return new Samples(rounded(part.x(), jitter), rounded(part.y(), jitter));
    }

    private static double[][] rounded(double[][] rows, Jitter jitter) {
        return Arrays.stream(rows).map(jitter::rounded).toArray(double[][]::new);
    }
}
