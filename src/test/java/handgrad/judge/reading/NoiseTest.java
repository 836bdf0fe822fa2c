package handgrad.judge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.oracle.ForwardMode;
import handgrad.network.Block;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random numbers are no mistake that anybody made: nothing may explain them. */
@Tag("slow")
class NoiseTest {
    private static final int GRADIENTS = 1000;
    /** The whole gradient is replaced in one of so many, a block in the others. */
    private static final int WHOLE = 10;

    /**
     * All blocks have at least 4 entries: numbers of which there are only one or two are always a multiple of the right ones,
     * or those and a multiple of the parameters.
     */
    private static final List<List<Integer>> WIDTHS = List.of(
            List.of(6, 4),
            List.of(4, 5),
            List.of(5, 4),
            List.of(4, 6),
            List.of(4, 4),
            List.of(4, 5, 4),
            List.of(5, 4, 4),
            List.of(4, 4, 4),
            List.of(4, 4, 5),
            List.of(5, 4, 4, 4));

    private static final List<Problem.Kind> KINDS = List.of(
            new Problem.Kind("sigmoid", "sigmoid", "half-squared-error"),
            new Problem.Kind("tanh", "identity", "mean-squared-error"),
            new Problem.Kind("relu", "softmax", "cross-entropy"),
            new Problem.Kind("softplus", "sigmoid", "binary-cross-entropy"));

    @Test
    void noiseIsNotExplained() {
        List<String> explained = IntStream.range(0, GRADIENTS)
                .parallel()
                .boxed()
                .flatMap(k -> explanations(k).stream())
                .toList();
        assertThat(explained).isEmpty();
    }

    private static List<String> explanations(int k) {
        var random = new SplittableRandom(k);
        Problem.Kind kind = KINDS.get(k % KINDS.size());
        List<Integer> widths = WIDTHS.get(k / KINDS.size() % WIDTHS.size());
        Problem problem = Problem.of(random, kind, 1 + random.nextInt(6), widths);
        List<Block> all = problem.network().blocks();
        List<Block> blocks = random.nextInt(WHOLE) == 0 ? all : List.of(all.get(random.nextInt(all.size())));
        Diagnosis diagnosis = problem.diagnosed(noisy(problem, blocks, random));
        return diagnosis.findings().stream()
                .map(finding -> "%d: %s, %d samples, %s: %s"
                        .formatted(
                                k,
                                kind,
                                problem.samples().n(),
                                blocks.stream().map(Block::symbol).toList(),
                                finding.causes()))
                .toList();
    }

    /** The right gradient, but for blocks of random numbers as large as the right ones. */
    private static double[] noisy(Problem problem, List<Block> blocks, RandomGenerator random) {
        double[] claim = ForwardMode.gradient(problem.theta(), problem.samples())
                .values()
                .clone();
        for (Block block : blocks) {
            double size = Arrays.stream(claim, block.offset(), block.end())
                    .map(Math::abs)
                    .max()
                    .orElseThrow();
            for (int i = block.offset(); i < block.end(); i++) {
                claim[i] = (size == 0 ? 1 : size) * random.nextGaussian();
            }
        }
        return claim;
    }

    /** As large as a network for handwritten digits. */
    @Test
    void aLargeGradientOfNoiseIsNotExplained() {
        var random = new SplittableRandom(GRADIENTS);
        Problem problem = Problem.of(random, KINDS.get(2), 100, List.of(64, 128, 10));
        double[] claim = random.doubles(problem.network().size(), -0.1, 0.1).toArray();
        assertThat(problem.diagnosed(claim).findings()).isEmpty();
    }
}
