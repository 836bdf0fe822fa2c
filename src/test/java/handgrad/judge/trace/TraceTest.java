package handgrad.judge.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import handgrad.judge.Judge;
import handgrad.judge.oracle.ForwardMode;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Elu;
import handgrad.network.function.activation.LeakyRelu;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.activation.Tanh;
import handgrad.network.function.loss.AbsoluteError;
import handgrad.network.function.loss.HalfSquaredError;
import handgrad.network.function.loss.Huber;
import handgrad.testing.RandomCase;
import handgrad.testing.ReferenceCase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A trace arrives at the right gradient, and what it prints is what it computes. */
class TraceTest {
    private static final Digits ALL = new Digits(17);

    private static Trace trace(Point point, Samples samples, int sample) {
        return Trace.of(point, samples.x()[sample], samples.y()[sample]);
    }

    private static Trace mazur() {
        ReferenceCase mazur = ReferenceCase.named("mazur-first-step");
        return trace(mazur.point(), mazur.samples(), 0);
    }

    private static String printed(String name) {
        Line line = mazur().line(name).orElseThrow();
        var digits = new Digits(6);
        return String.join(" = ", line.names()) + " = " + line.formula() + " = " + line.numbers(digits) + " = "
                + digits.of(line.value());
    }

    @Test
    void theWorkedExampleHasPyTorchsGradientAndLoss() {
        ReferenceCase mazur = ReferenceCase.named("mazur-first-step");
        assertThat(mazur().gradient().values())
                .hasSize(12)
                .containsExactly(mazur.gradient().toArray(), within(1e-14));
        assertThat(mazur().loss()).isCloseTo(mazur.loss(), within(1e-14));
    }

    /** Written down by hand, with a calculator. */
    @Test
    void theLinesOfAHiddenWeightReadAsOnPaper() {
        assertThat(printed("z1[0]"))
                .isEqualTo("z1[0] = x[0] * W1[0,0] + x[1] * W1[1,0] + b1[0] = 0.05 * 0.15 + 0.1 * 0.2 + 0.35 = 0.3775");
        assertThat(printed("a1[0]"))
                .isEqualTo("a1[0] = sigmoid(z1[0]) = 1 / (1 + exp(-z1[0])) = 1 / (1 + exp(-0.3775)) = 0.593270");
        assertThat(printed("dL/da1[0]"))
                .isEqualTo("dL/da1[0] = delta2[0] * W2[0,0] + delta2[1] * W2[0,1]"
                        + " = 0.138499 * 0.4 + (-0.0380982) * 0.5 = 0.0363503");
        assertThat(printed("delta1[0]"))
                .isEqualTo("delta1[0] = dL/dz1[0] = dL/da1[0] * a1[0] * (1 - a1[0])"
                        + " = 0.0363503 * 0.593270 * (1 - 0.593270) = 0.00877135");
        assertThat(printed("dL/dw2"))
                .isEqualTo("dL/dW1[1,0] = dL/dw2 = delta1[0] * x[1] = 0.00877135 * 0.1 = 8.77135e-04");
    }

    /** One neuron with W = 1, b = 0 and t = 0: the lines of a function, its loss and its slopes. */
    private static String formula(Activation f, Loss loss, String line) {
        var network = Network.dense(1, List.of(), 1, f, f, loss, Reduction.SUM);
        return Trace.of(new Point(network, new double[] {1, 0}), new double[] {-2}, new double[] {0})
                .line(line)
                .orElseThrow()
                .formula();
    }

    @Test
    void functionsWithKinksReadAsInBooks() {
        var half = new HalfSquaredError();
        assertThat(formula(new Relu(), half, "y[0]")).endsWith("max(z1[0], 0)");
        assertThat(formula(new Relu(), half, "delta1[0]")).isEqualTo("dL/dy[0] * step(z1[0])");
        assertThat(formula(new LeakyRelu(0.2), half, "y[0]")).endsWith("(z1[0] if z1[0] > 0 else 0.2 * z1[0])");
        assertThat(formula(new LeakyRelu(0.2), half, "delta1[0]"))
                .isEqualTo("(dL/dy[0] if z1[0] > 0 else 0.2 * dL/dy[0])");
        assertThat(formula(new Elu(), half, "y[0]")).endsWith("(z1[0] if z1[0] > 0 else exp(min(z1[0], 0)) - 1)");
        assertThat(formula(new Elu(), half, "delta1[0]"))
                .isEqualTo("(dL/dy[0] if z1[0] > 0 else dL/dy[0] * (1 + y[0]))");
        assertThat(formula(new Tanh(), new AbsoluteError(), "L[0]")).isEqualTo("abs(y[0] - t[0])");
        assertThat(formula(new Tanh(), new AbsoluteError(), "dL/dy[0]")).isEqualTo("sign(y[0] - t[0])");
        assertThat(formula(new Tanh(), new Huber(0.5), "dL/dy[0]")).isEqualTo("min(max(y[0] - t[0], -0.5), 0.5)");
    }

    /** Of 2-2-2 networks: w1 to w8, neuron by neuron; b1 is the bias of layer 1, as everywhere. */
    @Test
    void shortNamesGoNeuronByNeuron() {
        assertThat(Map.of("dL/dw1", "0,0", "dL/dw2", "1,0", "dL/dw3", "0,1", "dL/dw4", "1,1"))
                .allSatisfy((brief, index) ->
                        assertThat(mazur().line(brief).orElseThrow().name()).isEqualTo("dL/dW1[%s]".formatted(index)));
        assertThat(mazur().line("dL/dw7").orElseThrow().name()).isEqualTo("dL/dW2[0,1]");
        assertThat(mazur().line("dL/db2[0]").orElseThrow().names()).containsExactly("dL/db2[0]");
        Network other = RandomCase.of(1).parameters().network();
        assertThat(ShortNames.legend(other)).isEmpty();
    }

    static Stream<RandomCase> networks() {
        return RandomCase.many(60);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theGradientIsTheOracles(RandomCase random) {
        int sample = random.samples().n() - 1;
        double[] right = ForwardMode.gradient(random.point(), random.samples().only(sample))
                .values();
        assertThat(trace(random.point(), random.samples(), sample).gradient().values())
                .containsExactly(right, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theLossIsTheOraclesAndEveryParameterHasALine(RandomCase random) {
        Trace trace = trace(random.point(), random.samples(), 0);
        var judge = new Judge(random.point(), random.samples().only(0), Precision.DOUBLE);
        assertThat(trace.loss()).isCloseTo(judge.loss(), within(1e-12 * Math.max(1, judge.loss())));
        assertThat(trace.lines())
                .filteredOn(line -> line.kind() == Line.Kind.WEIGHT || line.kind() == Line.Kind.BIAS)
                .hasSize(random.parameters().network().size());
    }

    /** With 17 digits nothing is lost: the printed numbers, computed again, give the printed value to the last bit. */
    @ParameterizedTest
    @MethodSource("networks")
    void thePrintedNumbersGiveTheValue(RandomCase random) {
        assertThat(whole(trace(random.point(), random.samples(), 0)))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(Evaluator.evaluate(line.numbers(ALL), Map.of())).isEqualTo(line.value());
                    assertThat(Evaluator.evaluate(ALL.of(line.value()), Map.of()))
                            .isCloseTo(line.value(), within(0.0));
                });
    }

    /** And so does the formula, with the values of the lines before it and of the given numbers. */
    @ParameterizedTest
    @MethodSource("networks")
    void theFormulaGivesTheValue(RandomCase random) {
        Trace trace = trace(random.point(), random.samples(), 0);
        Map<String, Double> values = given(random);
        trace.lines().forEach(line -> line.names().forEach(name -> values.put(name, line.value())));
        assertThat(whole(trace)).allSatisfy(line -> assertThat(Evaluator.evaluate(line.formula(), values))
                .isEqualTo(line.value()));
    }

    /** Those of which nothing is left out. */
    private static List<Line> whole(Trace trace) {
        return trace.lines().stream()
                .filter(line -> !line.formula().matches(".*\\d (zero|smaller term|no larger).*"))
                .toList();
    }

    private static Map<String, Double> given(RandomCase random) {
        var values = new HashMap<String, Double>();
        double[] x = random.samples().x()[0];
        double[] t = random.samples().y()[0];
        for (int i = 0; i < x.length; i++) {
            values.put("x[%d]".formatted(i), x[i]);
        }
        for (int k = 0; k < t.length; k++) {
            values.put("t[%d]".formatted(k), t[k]);
        }
        double[] theta = random.parameters().toArray();
        for (var block : random.parameters().network().blocks()) {
            for (int at = block.offset(); at < block.end(); at++) {
                values.put(block.address(at).toString(), theta[at]);
            }
        }
        return values;
    }

    static Stream<ReferenceCase> references() {
        return ReferenceCase.all().stream();
    }

    /** Among them saturated outputs, and networks of thousands of parameters. */
    @ParameterizedTest
    @MethodSource("references")
    void theReferenceCasesAreRightSampleBySample(ReferenceCase reference) {
        Samples samples = reference.samples();
        double[] sum = new double[reference.parameters().network().size()];
        double factor = reference.parameters().network().reduction().factor(samples.n());
        double loss = 0;
        for (int sample = 0; sample < samples.n(); sample++) {
            Trace trace = trace(reference.point(), samples, sample);
            loss += factor * trace.loss();
            double[] own = trace.gradient().values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += factor * own[i];
            }
        }
        assertThat(sum).containsExactly(reference.gradient().toArray(), within(1e-12));
        assertThat(loss).isCloseTo(reference.loss(), within(1e-12 * Math.max(1, reference.loss())));
    }
}
