package handgrad.lab;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.Engine;
import handgrad.engine.Parameters;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.Trained;
import handgrad.network.function.Definitions;
import handgrad.network.function.Rule;
import handgrad.network.function.activation.Identity;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.network.function.rule.Adagrad;
import handgrad.network.function.rule.Adam;
import handgrad.network.function.rule.Adamw;
import handgrad.network.function.rule.Momentum;
import handgrad.network.function.rule.Nesterov;
import handgrad.network.function.rule.Rmsprop;
import handgrad.network.function.rule.Sgd;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import handgrad.testing.RandomCase;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Each rule of descent in every engine, on one neuron: steps worked out with a pencil, and a program in NumPy. */
class RuleExamplesTest {
    private static final Offset<Double> ROUNDING = Offset.offset(1e-14);

    /** {@code y = w x + b}. */
    private static Parameters neuron(Reduction reduction, double w, double b) {
        List<Layer> layers = List.of(new Dense(1, 1, new Identity()));
        return Parameters.of(new Network(layers, new HalfSquaredError(), reduction), DataType.DOUBLE, w, b);
    }

    private static Batch batch(double[] x, double[] t) {
        return new Batch(
                Nd4j.createFromArray(x).reshape(x.length, 1),
                Nd4j.createFromArray(t).reshape(t.length, 1));
    }

    /**
     * With b = 0 kept, x = 1 and t = 0 the loss is w^2/2 and g = w, plus lambda w. From w = 1 with eta = 1/2:
     *
     * <pre>
     * sgd       w = 1 - 1/2 = 0.5, then 0.5 - 0.25, then 0.25 - 0.125
     * momentum  v = 0.5, w = 0.5;  v = 0.45 + 0.25 = 0.7, w = -0.2;  v = 0.63 - 0.1 = 0.53, w = -0.73
     * nesterov  v = 0.5, s = 0.45 + 0.5 = 0.95, w = 0.05;  v = 0.45 + 0.025 = 0.475, s = 0.4275 + 0.025, w = -0.4025;
     *           v = 0.4275 - 0.20125 = 0.22625, s = 0.203625 - 0.20125 = 0.002375, w = -0.404875
     * adam      m = 0.1, v = 0.001, rate 0.5 sqrt(0.001) / 0.1 = 0.158114, s = 0.158114 * 0.1 / (0.0316228 + 1e-8) = 0.49999984;
     *           m = 0.14, v = 0.00124900016, rate 0.5 sqrt(0.001999) / 0.19 = 0.117658, s = 0.46608971
     * adamw     the same with 0.5 * 0.01 w more: 0.5000001581 - 0.005 = 0.4950001581, then with g = w there
     * rmsprop   v = 0.05, s = 0.5 / (0.2236068 + 1e-8) = 2.2360679, w = -1.2360679;
     *           v = 0.0475 + 0.05 * 1.5278638 = 0.1238932, s = -0.5 * 1.2360679 / 0.3519847 = -1.7558548, w = 0.5197869
     * adagrad   v = 1, s = 0.5 / (1 + 1e-6), w = 0.5000005;  v = 1.2500005, s = 0.25000025 / 1.1180352, w = 0.2763937
     * </pre>
     *
     * With lambda = 1/2 it is g = 1.5 w: momentum v = 0.75, w = 0.25; v = 0.675 + 0.1875, w = -0.6125.
     */
    static Stream<Arguments> byPencil() {
        return Stream.of(EngineKind.values())
                .flatMap(kind -> Stream.of(
                        Arguments.of(kind, new Sgd(), 0, List.of(0.5, 0.25, 0.125)),
                        Arguments.of(kind, new Momentum(), 0, List.of(0.5, -0.2, -0.73)),
                        Arguments.of(kind, new Nesterov(), 0, List.of(0.05, -0.4025, -0.404875)),
                        Arguments.of(kind, new Adam(), 0, List.of(0.5000001581138327, 0.0339104474532076)),
                        Arguments.of(kind, new Adamw(), 0, List.of(0.4950001581138327, 0.027172334376030505)),
                        Arguments.of(kind, new Rmsprop(), 0, List.of(-1.2360678774997944, 0.519786904901208)),
                        Arguments.of(kind, new Adagrad(), 0, List.of(0.5000004999995, 0.2763937233642565)),
                        Arguments.of(kind, new Sgd(), 0.5, List.of(0.25, 0.0625)),
                        Arguments.of(kind, new Momentum(), 0.5, List.of(0.25, -0.6125))));
    }

    @ParameterizedTest
    @MethodSource("byPencil")
    void stepsAreThoseOnPaper(EngineKind kind, Rule rule, double l2, List<Double> expected) {
        Engine engine = kind.create(neuron(Reduction.SUM, 1, 0), new Descent(rule, 0.5, l2), Trained.WEIGHTS);
        Batch batch = batch(new double[] {1}, new double[] {0});
        double w = 1;
        for (double next : expected) {
            assertThat(engine.gradient(batch).gradient().toArray()).containsExactly(new double[] {w, w}, ROUNDING);
            assertThat(engine.loss(batch)).as("of the data alone").isCloseTo(w * w / 2, ROUNDING);
            engine.step(batch);
            assertThat(engine.stepLoss()).isCloseTo(w * w / 2, ROUNDING);
            assertThat(engine.parameters().toArray()).containsExactly(new double[] {next, 0}, ROUNDING);
            w = next;
        }
    }

    /**
     * Five steps from w = 1, b = -1/2 on x = (1, 2), t = (1, 0) with a mean and eta = 0.1, by this program, where momentum and
     * Nesterov are written as PyTorch documents its SGD, with the rate outside the velocity:
     *
     * <pre>
     * p, v, m = np.array([1, -.5]), np.zeros(2), np.zeros(2)
     * for t in range(1, 6):
     *     e = p[0] * np.array([1., 2.]) + p[1] - np.array([1., 0.])
     *     g = np.array([(e * np.array([1., 2.])).mean() + lam * p[0], e.mean()])
     *     if rule == 'sgd': s = .1 * g
     *     if rule == 'momentum': v = .9 * v + g; s = .1 * v
     *     if rule == 'nesterov': v = .9 * v + g; s = .1 * (g + .9 * v)
     *     if rule == 'adam':
     *         m = .9 * m + .1 * g; v = .999 * v + .001 * g * g
     *         s = .1 * np.sqrt(1 - .999 ** t) / (1 - .9 ** t) * m / (np.sqrt(v) + 1e-8)
     *     if rule == 'adamw': the same, then s = s + .1 * .01 * np.array([p[0], 0])
     *     if rule == 'rmsprop': v = .95 * v + .05 * g * g; s = .1 * g / (np.sqrt(v) + 1e-8)
     *     if rule == 'adagrad': v = v + g * g; s = .1 * g / (np.sqrt(v) + 1e-6)
     *     p = p - s
     * </pre>
     */
    @ParameterizedTest
    @CsvSource({
        "sgd, 0, 0.6511470312500001, -0.58130546875",
        "momentum, 0, 0.25596828125000004, -0.6077317187500001",
        "nesterov, 0, 0.3818148044046875, -0.4368357399765625",
        "adam, 0, 0.5710019376075173, -0.8025671543758547",
        "adamw, 0, 0.567848458818198, -0.8006374597805003",
        "rmsprop, 0, 0.4975457423906442, -0.4005823280578316",
        "adagrad, 0, 0.7507377860629655, -0.671161565239626",
        "sgd, 0.1, 0.62655318865, -0.5721372415",
        "momentum, 0.1, 0.2079192146499999, -0.5773139515",
        "nesterov, 0.1, 0.3424874602703635, -0.3936738901313349",
        "adam, 0.1, 0.5630892380395859, -0.8017142406298713",
        "adamw, 0.1, 0.5598518364852123, -0.7997791543429397",
        "rmsprop, 0.1, 0.4638799285252097, -0.3615145995373794",
        "adagrad, 0.1, 0.7460256000947495, -0.6696666398587949"
    })
    void stepsAreThoseOfNumPy(String name, double l2, double w, double b) {
        Rule rule = Definitions.named(Rule.class, "rule", name);
        for (EngineKind kind : EngineKind.values()) {
            Engine engine = kind.create(neuron(Reduction.MEAN, 1, -0.5), new Descent(rule, 0.1, l2), Trained.ALL);
            Batch batch = batch(new double[] {1, 2}, new double[] {1, 0});
            for (int step = 0; step < 5; step++) {
                engine.step(batch);
            }
            assertThat(engine.parameters().toArray())
                    .as("%s", kind)
                    .containsExactly(new double[] {w, b}, Offset.offset(1e-13));
        }
    }

    static List<Rule> rules() {
        return Definitions.all(Rule.class);
    }

    /** Biases that are not trained stay to the last bit, whatever the rule remembers of their gradients. */
    @ParameterizedTest
    @MethodSource("rules")
    void biasesThatAreNotTrainedStay(Rule rule) {
        RandomCase random = RandomCase.of(2);
        for (EngineKind kind : EngineKind.values()) {
            Engine engine = kind.create(random.parameters(), new Descent(rule, 0.1, 0.01), Trained.WEIGHTS);
            Stream.generate(random::batch).limit(3).forEach(engine::step);
            for (int l = 0; l < random.parameters().network().depth(); l++) {
                assertThat(engine.parameters().bias(l))
                        .isEqualTo(random.parameters().bias(l));
                assertThat(engine.parameters().weights(l))
                        .isNotEqualTo(random.parameters().weights(l));
            }
        }
    }
}
