package handgrad.judge.function;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/** Asks a function on lines through a point, in numbers that its format has, and keeps to a budget. Not thread safe. */
final class Meter {
    private final Scalar function;
    private final Format format;
    private final double[][] point;
    private final int most;
    private final long end;
    private int asked;

    Meter(Scalar function, List<Tensor> tensors, Format format, Budget budget) {
        this.function = function;
        this.format = format;
        this.point =
                tensors.stream().map(tensor -> rounded(tensor.values(), format)).toArray(double[][]::new);
        this.most = budget.losses();
        this.end = System.nanoTime() + budget.time().toNanos();
    }

    /** No more losses may be asked. */
    static final class Spent extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private static double[] rounded(double[] values, Format format) {
        double[] rounded = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            rounded[i] = format.round(values[i]);
        }
        return rounded;
    }

    int asked() {
        return asked;
    }

    int left() {
        return Math.max(0, most - asked);
    }

    double atPoint() {
        return ask(point);
    }

    /** One entry moved by {@code t unit}. */
    DoubleUnaryOperator line(int tensor, int entry, double unit) {
        return t -> {
            double[][] moved = point.clone();
            moved[tensor] = point[tensor].clone();
            moved[tensor][entry] = format.round(point[tensor][entry] + t * unit);
            return ask(moved);
        };
    }

    /** All entries moved by t times {@code direction}, which has null for a tensor that stays. */
    DoubleUnaryOperator line(double[][] direction) {
        return t -> {
            double[][] moved = point.clone();
            for (int k = 0; k < point.length; k++) {
                if (direction[k] != null) {
                    moved[k] = point[k].clone();
                    for (int i = 0; i < moved[k].length; i++) {
                        moved[k][i] = format.round(moved[k][i] + t * direction[k][i]);
                    }
                }
            }
            return ask(moved);
        };
    }

    /** @throws Spent where the budget is used up */
    private double ask(double[][] values) {
        if (asked >= most || System.nanoTime() - end > 0) {
            throw new Spent();
        }
        asked++;
        var copies = new ArrayList<double[]>();
        for (double[] tensor : values) {
            copies.add(tensor.clone());
        }
        return function.of(copies);
    }
}
