package handgrad.judge.accumulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import handgrad.judge.rounding.RightGradients.Right;
import handgrad.network.MicroBatches;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.layer.Dense;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which weights the gradients of micro-batches have in an answer, and what mistake gives them. */
class AccumulationReaderTest {
    /** y = w x + b, half the squared error. */
    private static Network line(Reduction reduction) {
        return new Network(
                List.of(new Dense(1, 1, Definitions.named(Activation.class, "activation", "identity"))),
                Definitions.named(Loss.class, "loss", "half-squared-error"),
                reduction);
    }

    /**
     * At w = 1, b = 0, and all targets 0, delta is x: a sample's gradient is (x^2, x). Of x = 1 | 2, 3, 4 in micro-batches of 1 and 3
     * samples, G_1 = (1, 1) and G_2 = (29, 9).
     */
    private static Given line(Reduction reduction, Optional<Given> before, double... claim) {
        var samples = new Samples(new double[][] {{1}, {2}, {3}, {4}}, new double[4][1]);
        return Given.of(
                new Point(line(reduction), new double[] {1, 0}),
                samples,
                MicroBatches.of(4, 2),
                Precision.DOUBLE,
                claim,
                before);
    }

    @Test
    void theGradientsOfTheMicroBatches() {
        assertThat(line(Reduction.MEAN, Optional.empty(), 0, 0).parts())
                .extracting(Right::gradient)
                .containsExactly(new double[] {1, 1}, new double[] {29, 9});
    }

    static Stream<Arguments> onALine() {
        return Stream.of(
                // (G_1 + G_2 / 3) / 2
                Arguments.of(Reduction.MEAN, "mean-of-means", new double[] {(1 + 29.0 / 3) / 2, (1 + 3.0) / 2}),
                Arguments.of(Reduction.MEAN, "sum-of-means", new double[] {1 + 29.0 / 3, 1 + 3.0}),
                Arguments.of(Reduction.MEAN, "sum-instead-of-mean", new double[] {30, 10}),
                // (G_1 + G_2) / 4 / 2, and (G_1 + G_2 / 3) / 4, where 4 is n or K^2
                Arguments.of(Reduction.MEAN, "averaged-twice", new double[] {30.0 / 8, 10.0 / 8}),
                Arguments.of(Reduction.MEAN, "averaged-twice", new double[] {(1 + 29.0 / 3) / 4, (1 + 3.0) / 4}),
                // G_2 / 4, and as its own mean
                Arguments.of(Reduction.MEAN, "last-micro-batch-only", new double[] {29.0 / 4, 9.0 / 4}),
                Arguments.of(Reduction.MEAN, "last-micro-batch-only", new double[] {29.0 / 3, 9.0 / 3}),
                Arguments.of(Reduction.MEAN, "first-micro-batch-only", new double[] {1.0 / 4, 1.0 / 4}),
                Arguments.of(Reduction.SUM, "mean-instead-of-sum", new double[] {30.0 / 4, 10.0 / 4}),
                Arguments.of(Reduction.SUM, "mean-of-means", new double[] {(1 + 29.0 / 3) / 2, (1 + 3.0) / 2}),
                Arguments.of(Reduction.SUM, "last-micro-batch-only", new double[] {29, 9}));
    }

    @ParameterizedTest
    @MethodSource("onALine")
    void mistakesWorkedByHand(Reduction reduction, String mistake, double... claim) {
        assertThat(names(AccumulationReader.read(List.of(line(reduction, Optional.empty(), claim)))))
                .containsOnly(Set.of(mistake));
    }

    @Test
    void theRightOneIsNoMistake() {
        assertThat(AccumulationReader.read(List.of(line(Reduction.MEAN, Optional.empty(), 7.5, 2.5))))
                .isEmpty();
        assertThat(AccumulationReader.read(List.of(line(Reduction.SUM, Optional.empty(), 30, 10))))
                .isEmpty();
    }

    /** The first answer is right; the second has it in it. */
    @Test
    void whatIsLeftOfTheBatchBefore() {
        Given first = line(Reduction.MEAN, Optional.empty(), 7.5, 2.5);
        Given second = line(Reduction.MEAN, Optional.of(first), 15, 5);

        Accumulation found = AccumulationReader.read(List.of(first, second)).orElseThrow();

        assertThat(found.number()).isEqualTo(1);
        assertThat(names(Optional.of(found))).contains(Set.of("gradient-not-reset"));
    }

    @Test
    void whatIsNotFiniteHasNoWeights() {
        assertThat(AccumulationReader.read(List.of(line(Reduction.MEAN, Optional.empty(), Double.NaN, 1))))
                .isEmpty();
    }

    /** Two entries are explained by any two weights: that is no explanation. */
    @Test
    void asManyWeightsAsEntriesSayNothing() {
        assertThat(AccumulationReader.read(List.of(line(Reduction.MEAN, Optional.empty(), 0.3, 0.7))))
                .isEmpty();
    }

    /** Samples of the same x have parallel gradients: 2/9 of the first and 7/18 of the second are as good as 1/2 and 1/3. */
    @Test
    void weightsOfParallelGradientsAreNotTold() {
        var random = new Random(3);
        Network network = network(Reduction.MEAN);
        var point = new Point(network, random.doubles(network.size(), -1, 1).toArray());
        var row = new double[][] {{0.3, -0.7, 0.9}, {0.3, -0.7, 0.9}, {0.3, -0.7, 0.9}, {0.3, -0.7, 0.9}};
        var target = new double[][] {{0.2, 0.4}, {0.2, 0.4}, {0.2, 0.4}, {0.2, 0.4}};
        MicroBatches split = MicroBatches.of(4, 2);
        var nothing = new double[network.size()];
        Given empty = Given.of(point, new Samples(row, target), split, Precision.DOUBLE, nothing, Optional.empty());

        Given given = Given.of(
                point,
                new Samples(row, target),
                split,
                Precision.DOUBLE,
                sum(empty, (k, parts) -> k == 0 ? 0.123 : 0.456),
                Optional.empty());

        assertThat(AccumulationReader.read(List.of(given))).isEmpty();
    }

    /** Weights that have no name are in the table, with the digits that rounding leaves. */
    @Test
    void weightsWithoutAName() {
        var random = new Random(4);
        Given given = answer(random, 13, 3, Reduction.MEAN, Optional.empty(), (k, split) -> 0.1 + 0.07 * k * k);

        Accumulation found = AccumulationReader.read(List.of(given)).orElseThrow();

        assertThat(names(Optional.of(found))).containsExactly(Set.of("micro-batches-weighted"));
        List<Counted> rows = found.shares().get(0).rows();
        assertThat(rows.get(0).weight()).isCloseTo(0.1, within(1e-9));
        assertThat(rows.get(1).weight()).isCloseTo(0.17, within(1e-9));
        assertThat(rows.get(2).weight()).isCloseTo(0.38, within(1e-9));
    }

    /** 0.1 of the new mean and 0.9 of what there was: each mean counts 1/0.9 = 1.11111 times as much as the one before. */
    @Test
    void aRunningMeanOfAnyRate() {
        var random = new Random(5);
        Given given = answer(
                random,
                21,
                4,
                Reduction.MEAN,
                Optional.empty(),
                (k, split) -> 0.1 * Math.pow(0.9, 3 - k) / split.sizes().get(k));

        Optional<Accumulation> found = AccumulationReader.read(List.of(given));

        assertThat(names(found)).containsExactly(Set.of("running-mean"));
        assertThat(found.orElseThrow().findings().get(0).causes().get(0).sentence())
                .contains("1.11111 times");
    }

    /** A factor that all micro-batches have is that of each gradient. */
    @Test
    void oneFactorForAllIsNoMatterOfAddingUp() {
        Given given = answer(new Random(6), 13, 3, Reduction.MEAN, Optional.empty(), (k, split) -> -2.0 / split.n());

        assertThat(AccumulationReader.read(List.of(given))).isEmpty();
    }

    static Stream<Scale> wrongScales() {
        return Scale.of(Reduction.MEAN).stream().filter(scale -> scale.mistake().isPresent());
    }

    /** On networks and batches drawn from seeds. */
    @ParameterizedTest
    @MethodSource("wrongScales")
    void aPlantedScaleIsNamedAlone(Scale scale) {
        for (int seed = 0; seed < 8; seed++) {
            var random = new Random(seed);
            int count = 3 + seed % 3;
            var answers = new ArrayList<Given>();
            for (int i = 0; i < 2; i++) {
                int n = count * (count + 1) + 1 + i;
                Optional<Given> before = i == 0 ? Optional.empty() : Optional.of(answers.get(0));
                answers.add(answer(random, n, count, Reduction.MEAN, before, scale.weight()::of));
            }

            assertThat(names(AccumulationReader.read(answers)))
                    .as("seed %d", seed)
                    .containsExactly(Set.of(scale.mistake().orElseThrow()));
        }
    }

    /** However the parts are scaled and in whichever order they are added, in both precisions. */
    @Test
    void aRightSumIsNeverNamed() {
        for (int seed = 0; seed < 40; seed++) {
            var random = new Random(seed);
            int count = 2 + seed % 5;
            int n = count + 1 + random.nextInt(30);
            Given exact = answer(random, n, count, Reduction.MEAN, Optional.empty(), (k, split) -> 0);
            for (boolean single : new boolean[] {false, true}) {
                for (double[] sum : List.of(
                        rightByShares(exact, single), rightAtTheEnd(exact, single), rightBackwards(exact, single))) {
                    Given given = new Given(
                            exact.network(),
                            single ? Precision.FLOAT : Precision.DOUBLE,
                            exact.split(),
                            exact.parts(),
                            sum,
                            Optional.empty());

                    assertThat(AccumulationReader.read(List.of(given)))
                            .as("seed %d", seed)
                            .isEmpty();
                }
            }
        }
    }

    private static double rounded(double value, boolean single) {
        return single ? (float) value : value;
    }

    /** Means, each times its share of the samples. */
    private static double[] rightByShares(Given given, boolean single) {
        return added(given, single, false, (k, g) -> {
            int size = given.split().sizes().get(k);
            double mean = rounded(g / size, single);
            return rounded(mean * rounded((double) size / given.split().n(), single), single);
        });
    }

    private static double[] rightAtTheEnd(Given given, boolean single) {
        double[] sum = added(given, single, false, (k, g) -> g);
        return IntStream.range(0, sum.length)
                .mapToDouble(i -> rounded(sum[i] / given.split().n(), single))
                .toArray();
    }

    private static double[] rightBackwards(Given given, boolean single) {
        return added(
                given,
                single,
                true,
                (k, g) -> rounded(g * rounded(1.0 / given.split().n(), single), single));
    }

    private static double[] added(
            Given given, boolean single, boolean backwards, ToDoubleBiFunction<Integer, Double> part) {
        double[] sum = new double[given.network().size()];
        int count = given.split().count();
        for (int step = 0; step < count; step++) {
            int k = backwards ? count - 1 - step : step;
            for (int i = 0; i < sum.length; i++) {
                double g = rounded(given.parts().get(k).gradient()[i], single);
                sum[i] = rounded(sum[i] + part.applyAsDouble(k, g), single);
            }
        }
        return sum;
    }

    private static Network network(Reduction reduction) {
        Activation tanh = Definitions.named(Activation.class, "activation", "tanh");
        return new Network(
                List.of(new Dense(3, 4, tanh), new Dense(4, 2, tanh)),
                Definitions.named(Loss.class, "loss", "half-squared-error"),
                reduction);
    }

    /** The answer of somebody who gives the micro-batches these weights, on a network and a batch that are drawn. */
    private static Given answer(
            Random random,
            int n,
            int count,
            Reduction reduction,
            Optional<Given> before,
            ToDoubleBiFunction<Integer, MicroBatches> weight) {
        Network network = network(reduction);
        var point = new Point(network, random.doubles(network.size(), -1, 1).toArray());
        var samples = new Samples(rows(random, n, 3), rows(random, n, 2));
        MicroBatches split = MicroBatches.of(n, count);
        Given unanswered = Given.of(point, samples, split, Precision.DOUBLE, new double[network.size()], before);
        return new Given(network, Precision.DOUBLE, split, unanswered.parts(), sum(unanswered, weight), before);
    }

    private static double[] sum(Given given, ToDoubleBiFunction<Integer, MicroBatches> weight) {
        return added(given, false, false, (k, g) -> weight.applyAsDouble(k, given.split()) * g);
    }

    private static double[][] rows(Random random, int n, int width) {
        return Stream.generate(() -> random.doubles(width, -1, 1).toArray())
                .limit(n)
                .toArray(double[][]::new);
    }

    private static List<Set<String>> names(Optional<Accumulation> found) {
        return found.orElseThrow().findings().stream()
                .map(finding -> {
                    Set<String> names = new TreeSet<>();
                    finding.causes().forEach(cause -> names.add(cause.mistake()));
                    return names;
                })
                .toList();
    }
}
