package handgrad.lab;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.Parameters;
import handgrad.input.data.NumpyRandom;
import handgrad.input.data.Sampling;
import handgrad.input.data.Split;
import handgrad.input.data.Task;
import handgrad.judge.Judge;
import handgrad.judge.diagnosis.Diagnostician;
import handgrad.judge.oracle.CentralDifferences;
import handgrad.judge.trace.Trace;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.Trained;
import handgrad.network.compare.Comparison;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.activation.Tanh;
import handgrad.show.python.PythonText;
import handgrad.testing.Cubic;
import handgrad.testing.LogCosh;
import handgrad.testing.SignDescent;
import handgrad.train.Lockstep;
import handgrad.train.Outcome;
import handgrad.train.Progress;
import handgrad.train.Settings;
import handgrad.train.TrainingRecord;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * An activation, a loss and a rule of descent that are nowhere but in the test tree, a file each: they are trained, verified,
 * traced and written in Python without another line of code.
 */
class OwnDefinitionsTest {
    private static final Network NETWORK =
            Network.dense(2, List.of(3), 2, new Cubic(), new Tanh(), new LogCosh(), Reduction.MEAN);

    private static final Network OTHER =
            Network.dense(2, List.of(3), 2, new Tanh(), new Cubic(), new LogCosh(), Reduction.SUM);

    private static final Percentage ROUNDING = Percentage.withPercentage(1e-12);

    private final Random random = new Random(1);
    private final Parameters start = start(NETWORK);
    private final Batch batch = Batch.of(DataType.DOUBLE, 20, 2, 2, (i, x, y) -> {
        x[0] = random.nextDouble() * 2 - 1;
        x[1] = random.nextDouble() * 2 - 1;
        y[0] = x[0] * x[1];
        y[1] = x[0] - x[1];
    });

    private Parameters start(Network network) {
        return Parameters.of(
                network, DataType.DOUBLE, random.doubles(network.size(), -1, 1).toArray());
    }

    private TrainingRecord trained(Parameters from, Descent descent) {
        var settings = Settings.of(1, 50, descent.learningRate(), 3)
                .withDescent(descent)
                .withSampling(Sampling.batches(8));
        List<Engine> engines = Stream.of(EngineKind.values())
                .map(kind -> kind.create(from, descent, Trained.ALL))
                .toList();
        var split = new Split(batch, Optional.empty(), new Task(Task.Kind.REGRESSION, List.of()), "");
        return Lockstep.train(engines, split, settings, new NumpyRandom(1), Progress.silent());
    }

    /** Hand beside DL4J beside scalar, 150 steps on mini-batches. */
    @Test
    void theyTrainInEveryEngineAlike() {
        for (Network network : List.of(NETWORK, OTHER)) {
            TrainingRecord record = trained(start(network), new Descent(new SignDescent(), 0.003, 0.01));
            assertThat(record.steps()).isEqualTo(150);
            assertThat(record.outcome().ending()).isEqualTo(Outcome.Ending.COMPLETED);
            assertThat(record.maxParameterDifference()).isLessThan(1e-12);
            assertThat(record.maxGradientDifference()).isLessThan(1e-12);
            double before = record.observations().get(0).engines().get(0).loss();
            assertThat(record.first().loss()).isLessThan(0.9 * before);
        }
    }

    /** In the worst entry to half of the digits of single precision. */
    @Test
    void theyTrainInSinglePrecision() {
        Parameters single = Parameters.of(start.point(), DataType.FLOAT);
        for (EngineKind kind : EngineKind.values()) {
            Engine engine = kind.create(single, Descent.of(new SignDescent(), 0.01), Trained.ALL);
            Engine exact = kind.create(start, Descent.of(new SignDescent(), 0.01), Trained.ALL);
            engine.step(batch.castTo(DataType.FLOAT));
            exact.step(batch);
            Comparison comparison = Comparison.of(
                    engine.parameters().point(), exact.parameters().point(), Precision.FLOAT);
            assertThat(comparison.maxRelative()).as(kind.id()).isLessThan(1e-6);
        }
    }

    /** The judge knows the functions by their definitions alone. */
    @Test
    void everyEnginesGradientPassesAndAWrongOneFails() {
        for (Network network : List.of(NETWORK, OTHER)) {
            Parameters theta = start(network);
            Samples samples = batch.samples();
            var judge = new Judge(theta.point(), samples, Precision.DOUBLE);
            for (EngineKind kind : EngineKind.values()) {
                Engine engine = kind.create(theta, Descent.sgd(0.1), Trained.ALL);
                var found = engine.gradient(batch);
                assertThat(judge.judge(found.gradient().point()).passes())
                        .as(kind.id())
                        .isTrue();
                assertThat(found.loss()).isCloseTo(judge.loss(), ROUNDING);
            }
            Point differences = CentralDifferences.gradient(theta.point(), samples);
            assertThat(Comparison.of(differences, judge.oracle(), Precision.DOUBLE)
                            .maxRelative())
                    .isLessThan(1e-8);
            double[] wrong = judge.oracle().values().clone();
            wrong[2] *= 1 + 1e-9;
            assertThat(judge.judge(new Point(network, wrong)).passes()).isFalse();
        }
    }

    /** Known mistakes are named on functions that nobody knew. */
    @Test
    void aMistakeIsNamed() {
        Samples samples = batch.samples();
        double[] summed = new Judge(start.point(), samples, Precision.DOUBLE)
                .oracle()
                .values()
                .clone();
        for (int i = 0; i < summed.length; i++) {
            summed[i] *= samples.n();
        }
        var diagnosis = new Diagnostician(start.point(), samples, OptionalDouble.empty(), Precision.DOUBLE)
                .diagnose(new Point(NETWORK, summed));
        assertThat(diagnosis.findings()).isNotEmpty();
        assertThat(diagnosis.findings().get(0).causes().get(0).explanation()).contains("mean");
    }

    /** The gradient that comes out of the lines is the oracle's for that sample. */
    @Test
    void aTraceWritesThemOut() {
        Samples one = batch.samples().only(3);
        Trace trace = Trace.of(start.point(), one.x()[0], one.y()[0]);
        var judge = new Judge(start.point(), one, Precision.DOUBLE);
        assertThat(judge.judge(trace.gradient()).passes()).isTrue();
        assertThat(trace.loss()).isCloseTo(judge.loss(), ROUNDING);
        assertThat(trace.line("a1[0]")).isPresent();
        assertThat(trace.line("delta1[2]")).isPresent();
    }

    @Test
    void pythonSaysTheSame() {
        var text = new PythonText(NETWORK);
        assertThat(text.forward()).contains("a.append(z[0]**2 * z[0])");
        assertThat(text.loss()).isEqualTo("np.logaddexp(0, 2 * (y - t)) - (y - t) - 0.6931471805599453");
        assertThat(text.outputDelta()).isEqualTo("np.tanh(a[2] - t) * (1 - a[2]**2)");
        assertThat(text.backward()).contains("delta = dA * (3 * z[0]**2)");
        assertThat(PythonText.rule(new SignDescent()))
                .containsExactly(
                        "memory[l][k][0] = 0.5 * memory[l][k][0] + 0.5 * g",
                        "s = np.where(memory[l][k][0] > 0, LEARNING_RATE, "
                                + "np.where(-memory[l][k][0] > 0, -LEARNING_RATE, 0))");
    }

    /** They are passed as objects: nobody can name them, and nothing else has changed. */
    @Test
    void theyAreNotRegistered() {
        assertThat(Definitions.all(Activation.class)).doesNotContain(new Cubic());
        assertThat(new Cubic().id()).isEqualTo("cubic");
        assertThat(new LogCosh().id()).isEqualTo("log-cosh");
        assertThat(new SignDescent().id()).isEqualTo("sign-descent");
    }
}
