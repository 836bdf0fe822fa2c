package handgrad.lab;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.Parameters;
import handgrad.engine.Threads;
import handgrad.input.data.Batches;
import handgrad.input.data.Draw;
import handgrad.input.data.NumpyRandom;
import handgrad.input.data.Sampling;
import handgrad.input.data.Xor;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.Trained;
import handgrad.network.function.Definitions;
import handgrad.network.function.Rule;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.rule.Adamw;
import handgrad.testing.RandomCase;
import handgrad.train.Gauge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Each rule of descent against DL4J's updater over hundreds of steps, with and without L2, for means and sums. */
@Tag("slow")
class UpdatersTest {
    private static final int STEPS = 200;

    /** All with their usual numbers, and one that decays ten times as fast. */
    private static final List<Rule> RULES = Stream.concat(
                    Definitions.all(Rule.class).stream(), Stream.of(new Adamw(0.1)))
            .toList();

    @BeforeAll
    static void oneThread() {
        Threads.use(1);
    }

    record Training(Parameters start, Batch all, Sampling sampling, Descent descent) {
        Batches batches() {
            return new Batches(all, sampling, new NumpyRandom(3));
        }

        Engine engine(EngineKind kind) {
            return kind.create(start, descent, Trained.ALL);
        }

        @Override
        public String toString() {
            return start.network().shape() + " " + start.network().reduction().id() + " " + descent;
        }
    }

    static Stream<Training> trainings() {
        var trainings = new ArrayList<Training>();
        for (Rule rule : RULES) {
            trainings.add(xor(Reduction.MEAN, new Descent(rule, rate(rule), 0)));
            trainings.add(xor(Reduction.SUM, new Descent(rule, rate(rule), 0.01)));
            trainings.add(random(11, Reduction.MEAN, new Descent(rule, rate(rule) / 10, 0.01)));
        }
        return trainings.stream();
    }

    static Stream<Training> means() {
        return trainings().filter(training -> training.start().network().reduction() == Reduction.MEAN);
    }

    private static double rate(Rule rule) {
        return switch (rule.name()) {
            case "sgd", "adagrad" -> 0.1;
            case "momentum", "nesterov" -> 0.02;
            default -> 0.01;
        };
    }

    private static Training xor(Reduction reduction, Descent descent) {
        var network = Network.dense(2, List.of(4), 1, new Tanh(), new Sigmoid(), new BinaryCrossEntropy(), reduction);
        Parameters start = Draw.NORMAL.draw(network, DataType.DOUBLE, new NumpyRandom(1));
        return new Training(start, Xor.split(DataType.DOUBLE).train(), Sampling.full(), descent);
    }

    /** On mini-batches of 7, the last one shorter. */
    private static Training random(long seed, Reduction reduction, Descent descent) {
        RandomCase random = RandomCase.of(seed);
        Network network = random.parameters().network();
        var reduced = new Network(network.layers(), network.loss(), reduction);
        Parameters start = Parameters.over(reduced, random.parameters().vector());
        return new Training(start, random.batch(), Sampling.batches(7), descent);
    }

    /**
     * Hand, scalar and DL4J step from the same point; each keeps what its own rule remembers. A step can be seen only through
     * parameters, which are rounded: two units of that are allowed, and 1e-12 of the largest entry of the step. A rule that
     * divides by the size of each gradient makes as large a step of a small one, with whatever digits the sum over the batch
     * has left it: 1e-11.
     */
    @ParameterizedTest
    @MethodSource("trainings")
    void everyStepIsThatOfDl4j(Training training) {
        Engine dl4j = training.engine(EngineKind.DL4J);
        List<Engine> ours = Stream.of(EngineKind.HAND, EngineKind.SCALAR)
                .map(training::engine)
                .toList();
        boolean divides = !Set.of("sgd", "momentum", "nesterov")
                .contains(training.descent().rule().name());
        double tolerance = divides ? 1e-11 : 1e-12;
        Batches batches = training.batches();
        for (int step = 0; step < STEPS; step++) {
            Batch batch = batches.next();
            double[] before = dl4j.parameters().toArray();
            dl4j.step(batch);
            double loss = dl4j.stepLoss();
            double[] after = dl4j.parameters().toArray();
            for (Engine engine : ours) {
                engine.step(batch);
                double difference = Math.abs(engine.stepLoss() - loss);
                assertThat(difference).isLessThanOrEqualTo(1e-12 * Math.max(1, loss));
                assertThat(excess(before, engine.parameters().toArray(), after))
                        .as("%s, step %d", engine.name(), step + 1)
                        .isLessThan(tolerance);
                engine.setParameters(dl4j.parameters());
            }
        }
    }

    /** By how much the steps to {@code a} and {@code b} differ beyond rounding, relative to the largest entry. */
    private static double excess(double[] before, double[] a, double[] b) {
        double largest = 0;
        double beyond = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(b[i] - before[i]));
            beyond = Math.max(beyond, Math.abs(a[i] - b[i]) - 2 * Math.ulp(b[i]));
        }
        return beyond == 0 ? 0 : beyond / largest;
    }

    /** Nothing is re-synced: rounding feeds itself, and the memory of the rules with it. */
    @ParameterizedTest
    @MethodSource("means")
    @Tag("long")
    void freeRunsStayTogether(Training training) {
        Engine hand = training.engine(EngineKind.HAND);
        Engine dl4j = training.engine(EngineKind.DL4J);
        var gauge = new Gauge(hand.parameters(), dl4j.parameters());
        double worst = 0;
        Batches batches = training.batches();
        for (int step = 0; step < STEPS; step++) {
            Batch batch = batches.next();
            hand.step(batch);
            dl4j.step(batch);
            worst = Math.max(worst, gauge.maxRelative());
        }
        assertThat(worst).isLessThan(1e-11);
    }
}
