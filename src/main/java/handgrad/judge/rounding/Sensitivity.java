package handgrad.judge.rounding;

import handgrad.judge.oracle.PlainLoss;
import handgrad.network.ChainRule;
import handgrad.network.Point;
import handgrad.network.Samples;
import handgrad.network.layer.Theta;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How far a gradient, or what else is computed, moves where the parameters and the samples are only known to so many digits: each number in turn moved by
 * its error, both ways, and the changes added up; all of them at once, in random directions, for what they do together.
 */
public final class Sensitivity {
    private static final int CORNERS = 32;
    private static final double SAFETY = 1.25;
    /** Above so many operations single numbers are not moved: rounded digits are random, and six sigma cover them. */
    private static final double BUDGET = 1e9;

    private static final double SIGMAS = 6;

    /** Something that a program computes. */
    public interface Computed {
        double[] at(Point theta, Samples samples);
    }

    /** The gradient of the reduced loss, in the layout of the parameters. */
    public static final Computed GRADIENT = Sensitivity::gradient;

    private final Point theta;
    private final Samples samples;
    private final double[] errors;
    private final Computed computed;
    private final double[] base;

    private Sensitivity(Point theta, Samples samples, double[] errors, Computed computed) {
        this.theta = theta;
        this.samples = samples;
        this.errors = errors;
        this.computed = computed;
        this.base = moved(new double[errors.length]);
    }

    /** What a layer answers, a row for each sample. */
    public static Computed activations(int l) {
        return (theta, samples) -> {
            var chain = new ChainRule(theta.network(), theta.rows(Plain::of));
            return chain.forward(rows(samples.x())).a().get(l).stream()
                    .flatMapToDouble(row -> Arrays.stream(((Plain) row).values()))
                    .toArray();
        };
    }

    /** The reduced loss. */
    public static double[] loss(Point theta, Samples samples) {
        return new double[] {PlainLoss.of(theta, samples)};
    }

    /**
     * The bound of each number that is computed.
     *
     * @param errors of the parameters in the layout of the gradient, then of x and of y, row by row
     */
    public static double[] of(Point theta, Samples samples, double[] errors, Computed computed) {
        return new Sensitivity(theta, samples, errors, computed).bound();
    }

    private double[] bound() {
        boolean single = 2.0 * errors.length * theta.values().length * samples.n() <= BUDGET;
        double[] all = single ? singly() : new double[base.length];
        double[] largest = new double[base.length];
        double[] squares = new double[base.length];
        var random = new Random(1);
        for (int corner = 0; corner < CORNERS; corner++) {
            double[] moves = Arrays.stream(errors)
                    .map(e -> random.nextBoolean() ? e : -e)
                    .toArray();
            double[] moved = moved(moves);
            for (int i = 0; i < base.length; i++) {
                double change = Math.abs(moved[i] - base[i]);
                largest[i] = Math.max(largest[i], change);
                squares[i] += change * change / CORNERS;
            }
        }
        for (int i = 0; i < base.length; i++) {
            double together = single ? all[i] : SIGMAS * Math.sqrt(squares[i]);
            all[i] = SAFETY * Math.max(largest[i], together);
        }
        return all;
    }

    private double[] singly() {
        double[] sum = new double[base.length];
        double[] moves = new double[errors.length];
        for (int k = 0; k < errors.length; k++) {
            if (errors[k] == 0) {
                continue;
            }
            moves[k] = errors[k];
            double[] up = moved(moves);
            moves[k] = -errors[k];
            double[] down = moved(moves);
            moves[k] = 0;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += Math.max(Math.abs(up[i] - base[i]), Math.abs(down[i] - base[i]));
            }
        }
        return sum;
    }

    private double[] moved(double[] moves) {
        double[] parameters = moved(theta.values(), moves, 0);
        double[][] x = moved(samples.x(), moves, parameters.length);
        double[][] y = moved(samples.y(), moves, parameters.length + x.length * x[0].length);
        return computed.at(new Point(theta.network(), parameters), new Samples(x, y));
    }

    private static double[] gradient(Point theta, Samples samples) {
        var chain = new ChainRule(theta.network(), theta.rows(Plain::of));
        double factor = theta.network().reduction().factor(samples.n());
        double[] gradient = new double[theta.values().length];
        int at = 0;
        for (Theta<Row> layer : chain.backward(chain.forward(rows(samples.x())), rows(samples.y()), factor)) {
            for (Row part : layer.values()) {
                double[] values = ((Plain) part).values();
                System.arraycopy(values, 0, gradient, at, values.length);
                at += values.length;
            }
        }
        return gradient;
    }

    private static List<Row> rows(double[][] values) {
        return Arrays.stream(values).<Row>map(Plain::of).toList();
    }

    private static double[] moved(double[] values, double[] moves, int from) {
        double[] moved = values.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += moves[from + i];
        }
        return moved;
    }

    private static double[][] moved(double[][] rows, double[] moves, int from) {
        double[][] moved = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            moved[i] = moved(rows[i], moves, from + i * rows[i].length);
        }
        return moved;
    }
}
