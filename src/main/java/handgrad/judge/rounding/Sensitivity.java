package handgrad.judge.rounding;

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
 * How far a gradient moves where the parameters and the samples are only known to so many digits: each number in turn moved by
 * its error, both ways, and the changes added up; all of them at once, in random directions, for what they do together.
 */
public final class Sensitivity {
    private static final int CORNERS = 32;
    private static final double SAFETY = 1.25;
    /** Above so many operations single numbers are not moved: rounded digits are random, and six sigma cover them. */
    private static final double BUDGET = 1e9;

    private static final double SIGMAS = 6;

    private final Point theta;
    private final Samples samples;
    private final double[] errors;
    private final double[] base;

    private Sensitivity(Point theta, Samples samples, double[] errors) {
        this.theta = theta;
        this.samples = samples;
        this.errors = errors;
        this.base = gradient(new double[errors.length]);
    }

    /**
     * The bound of each entry of the gradient.
     *
     * @param errors of the parameters in the layout of the gradient, then of x and of y, row by row
     */
    public static double[] of(Point theta, Samples samples, double[] errors) {
        return new Sensitivity(theta, samples, errors).bound();
    }

    private double[] bound() {
        boolean single = 2.0 * errors.length * base.length * samples.n() <= BUDGET;
        double[] all = single ? singly() : new double[base.length];
        double[] largest = new double[base.length];
        double[] squares = new double[base.length];
        var random = new Random(1);
        for (int corner = 0; corner < CORNERS; corner++) {
            double[] moves = Arrays.stream(errors).map(e -> random.nextBoolean() ? e : -e).toArray();
            double[] moved = gradient(moves);
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
            double[] up = gradient(moves);
            moves[k] = -errors[k];
            double[] down = gradient(moves);
            moves[k] = 0;
            for (int i = 0; i < sum.length; i++) {
                sum[i] += Math.max(Math.abs(up[i] - base[i]), Math.abs(down[i] - base[i]));
            }
        }
        return sum;
    }

    private double[] gradient(double[] moves) {
        double[] parameters = moved(theta.values(), moves, 0);
        double[][] x = moved(samples.x(), moves, parameters.length);
        double[][] y = moved(samples.y(), moves, parameters.length + x.length * x[0].length);
        var there = new Point(theta.network(), parameters);
        var chain = new ChainRule(theta.network(), there.rows(Plain::of));
        double factor = theta.network().reduction().factor(samples.n());
        double[] gradient = new double[parameters.length];
        int at = 0;
        for (Theta<Row> layer : chain.backward(chain.forward(rows(x)), rows(y), factor)) {
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
