package handgrad.judge.function;

import java.util.ArrayList;
import java.util.List;

/**
 * A program as people write them: matrices with reverse mode by hand for each operation, every result rounded to a format. It
 * shares no code with the judge but the rounding to half formats.
 */
final class Tape {
    /** A matrix and, after {@link #backward}, its gradient. */
    static final class Node {
        final int rows;
        final int columns;
        final double[] values;
        final double[] gradient;

        Node(int rows, int columns, double[] values) {
            this.rows = rows;
            this.columns = columns;
            this.values = values;
            this.gradient = new double[values.length];
        }
    }

    /** A function of one number, and its derivative from the argument and the value. */
    record Entrywise(java.util.function.DoubleUnaryOperator value, java.util.function.DoubleBinaryOperator slope) {}

    private final Format format;
    private final List<Runnable> back = new ArrayList<>();

    Tape(Format format) {
        this.format = format;
    }

    private double r(double value) {
        return format == Format.FLOAT32 ? (float) value : format.round(value);
    }

    private void add(Node to, int place, double part) {
        to.gradient[place] = r(to.gradient[place] + r(part));
    }

    Node leaf(int rows, int columns, double[] values) {
        double[] rounded = values.clone();
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = r(rounded[i]);
        }
        return new Node(rows, columns, rounded);
    }

    Node product(Node a, Node b) {
        var out = new Node(a.rows, b.columns, new double[a.rows * b.columns]);
        for (int i = 0; i < a.rows; i++) {
            for (int j = 0; j < b.columns; j++) {
                for (int k = 0; k < a.columns; k++) {
                    int place = i * b.columns + j;
                    out.values[place] =
                            r(out.values[place] + r(a.values[i * a.columns + k] * b.values[k * b.columns + j]));
                }
            }
        }
        back.add(() -> {
            for (int i = 0; i < a.rows; i++) {
                for (int j = 0; j < b.columns; j++) {
                    double d = out.gradient[i * b.columns + j];
                    for (int k = 0; k < a.columns; k++) {
                        add(a, i * a.columns + k, d * b.values[k * b.columns + j]);
                        add(b, k * b.columns + j, d * a.values[i * a.columns + k]);
                    }
                }
            }
        });
        return out;
    }

    Node each(Node a, Entrywise f) {
        var out = new Node(a.rows, a.columns, new double[a.values.length]);
        for (int i = 0; i < a.values.length; i++) {
            out.values[i] = r(f.value.applyAsDouble(a.values[i]));
        }
        back.add(() -> {
            for (int i = 0; i < a.values.length; i++) {
                add(a, i, out.gradient[i] * r(f.slope.applyAsDouble(a.values[i], out.values[i])));
            }
        });
        return out;
    }

    Node plus(Node a, Node b) {
        var out = new Node(a.rows, a.columns, new double[a.values.length]);
        for (int i = 0; i < a.values.length; i++) {
            out.values[i] = r(a.values[i] + b.values[i]);
        }
        back.add(() -> {
            for (int i = 0; i < a.values.length; i++) {
                add(a, i, out.gradient[i]);
                add(b, i, out.gradient[i]);
            }
        });
        return out;
    }

    Node times(Node a, Node b) {
        var out = new Node(a.rows, a.columns, new double[a.values.length]);
        for (int i = 0; i < a.values.length; i++) {
            out.values[i] = r(a.values[i] * b.values[i]);
        }
        back.add(() -> {
            for (int i = 0; i < a.values.length; i++) {
                add(a, i, out.gradient[i] * b.values[i]);
                add(b, i, out.gradient[i] * a.values[i]);
            }
        });
        return out;
    }

    /** a / (1 + b^2), which has no pole. */
    Node over(Node a, Node b) {
        var out = new Node(a.rows, a.columns, new double[a.values.length]);
        double[] below = new double[a.values.length];
        for (int i = 0; i < a.values.length; i++) {
            below[i] = r(1 + r(b.values[i] * b.values[i]));
            out.values[i] = r(a.values[i] / below[i]);
        }
        back.add(() -> {
            for (int i = 0; i < a.values.length; i++) {
                double d = r(out.gradient[i] / below[i]);
                add(a, i, d);
                add(b, i, -r(2 * r(d * out.values[i])) * b.values[i]);
            }
        });
        return out;
    }

    Node larger(Node a, Node b) {
        var out = new Node(a.rows, a.columns, new double[a.values.length]);
        for (int i = 0; i < a.values.length; i++) {
            out.values[i] = Math.max(a.values[i], b.values[i]);
        }
        back.add(() -> {
            for (int i = 0; i < a.values.length; i++) {
                add(a.values[i] >= b.values[i] ? a : b, i, out.gradient[i]);
            }
        });
        return out;
    }

    /** Along rows. */
    Node softmax(Node a) {
        var out = new Node(a.rows, a.columns, new double[a.values.length]);
        for (int i = 0; i < a.rows; i++) {
            double largest = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < a.columns; j++) {
                largest = Math.max(largest, a.values[i * a.columns + j]);
            }
            double sum = 0;
            for (int j = 0; j < a.columns; j++) {
                int place = i * a.columns + j;
                out.values[place] = r(Math.exp(r(a.values[place] - largest)));
                sum = r(sum + out.values[place]);
            }
            for (int j = 0; j < a.columns; j++) {
                out.values[i * a.columns + j] = r(out.values[i * a.columns + j] / sum);
            }
        }
        back.add(() -> {
            for (int i = 0; i < a.rows; i++) {
                double dot = 0;
                for (int j = 0; j < a.columns; j++) {
                    int place = i * a.columns + j;
                    dot = r(dot + r(out.gradient[place] * out.values[place]));
                }
                for (int j = 0; j < a.columns; j++) {
                    int place = i * a.columns + j;
                    add(a, place, out.values[place] * r(out.gradient[place] - dot));
                }
            }
        });
        return out;
    }

    /** Each row over the root of its mean square. */
    Node norm(Node a) {
        var out = new Node(a.rows, a.columns, new double[a.values.length]);
        double[] scale = new double[a.rows];
        for (int i = 0; i < a.rows; i++) {
            double square = 0;
            for (int j = 0; j < a.columns; j++) {
                double x = a.values[i * a.columns + j];
                square = r(square + r(x * x));
            }
            scale[i] = r(Math.sqrt(r(r(square / a.columns) + r(1e-3))));
            for (int j = 0; j < a.columns; j++) {
                out.values[i * a.columns + j] = r(a.values[i * a.columns + j] / scale[i]);
            }
        }
        back.add(() -> {
            for (int i = 0; i < a.rows; i++) {
                double dot = 0;
                for (int j = 0; j < a.columns; j++) {
                    int place = i * a.columns + j;
                    dot = r(dot + r(out.gradient[place] * out.values[place]));
                }
                double mean = r(dot / a.columns);
                for (int j = 0; j < a.columns; j++) {
                    int place = i * a.columns + j;
                    add(a, place, r(out.gradient[place] - r(out.values[place] * mean)) / scale[i]);
                }
            }
        });
        return out;
    }

    /** The sum of all entries times the given weights. */
    Node sum(Node a, double[] weights) {
        double sum = 0;
        double[] rounded = new double[weights.length];
        for (int i = 0; i < a.values.length; i++) {
            rounded[i] = r(weights[i]);
            sum = r(sum + r(a.values[i] * rounded[i]));
        }
        var out = new Node(1, 1, new double[] {sum});
        back.add(() -> {
            for (int i = 0; i < a.values.length; i++) {
                add(a, i, out.gradient[0] * rounded[i]);
            }
        });
        return out;
    }

    void backward(Node loss) {
        loss.gradient[0] = 1;
        for (int i = back.size() - 1; i >= 0; i--) {
            back.get(i).run();
        }
    }
}
