package handgrad.input.data;

import handgrad.Named;
import handgrad.engine.Rows;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What the targets mean, and so how answers are scored.
 *
 * @param classes the names of the classes, in the order of the outputs, two for a single output; empty for a regression
 */
public record Task(Kind kind, List<String> classes) {
    /** Classes or values. */
    public enum Kind implements Named {
        /** Which class is it? Scored by the share of right answers. */
        CLASSIFICATION("classification", "accuracy"),
        /** What value is it? Scored by R², the share of the targets' variance that the outputs explain. */
        REGRESSION("regression", "r2");

        private final String id;
        private final String score;

        Kind(String id, String score) {
            this.id = id;
            this.score = score;
        }

        @Override
        public String id() {
            return id;
        }

        /** The name of the score, as in column names. */
        public String score() {
            return score;
        }
    }

    public Task {
        classes = List.copyOf(classes);
    }

    public static Task classes(List<String> names) {
        return new Task(Kind.CLASSIFICATION, names);
    }

    /** Classes named by their number; targets {@code [n, nOut]}. */
    public static Task numbered(INDArray targets) {
        int count = targets.columns() == 1 ? 2 : targets.columns();
        return classes(IntStream.range(0, count).mapToObj(String::valueOf).toList());
    }

    public static Task values() {
        return new Task(Kind.REGRESSION, List.of());
    }

    /** Accuracy in 0..1, or R² of at most 1, of outputs for targets, both {@code [n, nOut]}. */
    public double score(INDArray outputs, INDArray targets) {
        return switch (kind) {
            case CLASSIFICATION -> Answers.of(outputs).accuracy(Answers.of(targets));
            case REGRESSION -> r2(Rows.of(outputs), Rows.of(targets));
        };
    }

    /** {@code 1 - sum (y - t)^2 / sum (t - mean t)^2}, the mean over the outputs, as scikit-learn's {@code r2_score}. */
    private static double r2(double[][] y, double[][] t) {
        return IntStream.range(0, t[0].length)
                .mapToDouble(k -> r2(column(y, k), column(t, k)))
                .average()
                .orElseThrow();
    }

    private static double[] column(double[][] rows, int k) {
        return IntStream.range(0, rows.length).mapToDouble(i -> rows[i][k]).toArray();
    }

    private static double r2(double[] y, double[] t) {
        double mean =
                IntStream.range(0, t.length).mapToDouble(i -> t[i]).average().orElseThrow();
        double left = 0;
        double all = 0;
        for (int i = 0; i < t.length; i++) {
            left += (y[i] - t[i]) * (y[i] - t[i]);
            all += (t[i] - mean) * (t[i] - mean);
        }
        if (all == 0) {
            return left == 0 ? 1 : left > 0 ? 0 : Double.NaN;
        }
        return 1 - left / all;
    }
}
