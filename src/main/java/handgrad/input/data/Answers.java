package handgrad.input.data;

import handgrad.engine.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The classes that a network answers, one a sample: for one output 1 where it is at least 0.5, for several the index of
 * the largest, the first of equals. An output that is not finite answers {@link #NONE}.
 */
public record Answers(List<Integer> classes) {
    /** The answer of a sample with an output that is not finite; it is never right. */
    public static final int NONE = -1;

    public Answers {
        classes = List.copyOf(classes);
    }

    /** The answers for outputs, or the classes of targets, {@code [n, nOut]}. */
    public static Answers of(INDArray outputs) {
        return new Answers(Arrays.stream(Rows.of(outputs)).map(Answers::answer).toList());
    }

    private static int answer(double[] row) {
        if (!Arrays.stream(row).allMatch(Double::isFinite)) {
            return NONE;
        }
        if (row.length == 1) {
            return row[0] >= 0.5 ? 1 : 0;
        }
        return IntStream.range(1, row.length).reduce(0, (best, k) -> row[k] > row[best] ? k : best);
    }

    /** The share of answers that equal the true classes, in 0..1. */
    public double accuracy(Answers truth) {
        return (double) (classes.size() - differing(truth)) / classes.size();
    }

    /**
     * How often each class was answered for each true class: one row for each true class, one column an answer. Samples without an answer
     * are not counted.
     */
    public List<List<Integer>> confusion(Answers truth, int count) {
        int[][] counts = new int[count][count];
        for (int i = 0; i < classes.size(); i++) {
            if (classes.get(i) != NONE) {
                counts[truth.classes.get(i)][classes.get(i)]++;
            }
        }
        return Arrays.stream(counts)
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
    }

    /** The number of samples with different answers. */
    public int differing(Answers other) {
        return (int) IntStream.range(0, classes.size())
                .filter(i -> !classes.get(i).equals(other.classes.get(i)))
                .count();
    }
}
