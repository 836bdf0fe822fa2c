package handgrad.judge.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import handgrad.judge.oracle.ForwardMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two mistakes at once, in different layers of random networks, are both named with their steps and layers. */
class SeveralMistakesTest {
    private static final int NETWORKS = 120;

    private static final List<Problem.Kind> KINDS = List.of(
            new Problem.Kind("tanh", "sigmoid", "half-squared-error"),
            new Problem.Kind("sigmoid", "tanh", "half-squared-error"),
            new Problem.Kind("tanh", "identity", "half-squared-error"),
            new Problem.Kind("sigmoid", "softmax", "cross-entropy"));

    private static Problem problem(RandomGenerator random) {
        int square = 3 + random.nextInt(3);
        var widths = new ArrayList<Integer>();
        int layers = 2 + random.nextInt(2);
        for (int l = 0; l <= layers; l++) {
            widths.add(random.nextInt(3) > 0 ? square : 3 + random.nextInt(3));
        }
        return Problem.of(random, KINDS.get(random.nextInt(KINDS.size())), 4 + random.nextInt(5), widths);
    }

    @Test
    void withoutAMistakeTheTextbookIsRight() {
        var random = new SplittableRandom(NETWORKS);
        for (int k = 0; k < 20; k++) {
            Problem problem = problem(random);
            assertThat(new Textbook(problem, List.of()).gradient())
                    .containsExactly(
                            ForwardMode.gradient(problem.theta(), problem.samples())
                                    .values(),
                            within(1e-12));
        }
    }

    @Test
    void bothAreNamedWithTheirStepsAndLayers() {
        List<String> missed = IntStream.range(0, NETWORKS)
                .parallel()
                .boxed()
                .flatMap(k -> missed(k).stream())
                .toList();
        assertThat(missed).isEmpty();
    }

    private static Optional<String> missed(int k) {
        var random = new SplittableRandom(k);
        Problem problem = problem(random);
        List<Planted> planted = Planted.two(problem.network(), random);
        List<Cause> causes = problem.diagnosed(new Textbook(problem, planted).gradient()).findings().stream()
                .limit(1)
                .flatMap(first -> first.causes().stream())
                .toList();
        boolean named = causes.size() == planted.size()
                && planted.stream().allMatch(one -> causes.stream().anyMatch(cause -> one.isNamedBy(cause)));
        return named
                ? Optional.empty()
                : Optional.of("%d: %s of %s: %s"
                        .formatted(k, planted, problem.network().shape(), causes));
    }
}
