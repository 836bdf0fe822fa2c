package handgrad.lab.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import handgrad.input.program.Ability;
import handgrad.input.program.Answer;
import handgrad.input.program.FunctionClaim;
import handgrad.input.program.Limits;
import handgrad.input.program.Program;
import handgrad.judge.function.Budget;
import handgrad.judge.function.FunctionJudge;
import handgrad.judge.function.FunctionJudgement;
import handgrad.judge.function.Scalar;
import handgrad.judge.function.Structure;
import handgrad.judge.function.Tensor;
import handgrad.judge.function.TensorResult;
import handgrad.lab.result.AskedFunction;
import handgrad.lab.result.Compared;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Functions that are no dense networks, written in Python by somebody who had not seen the judge: right, and with the classic
 * mistakes of each. Each program says of its mistakes in which tensor they show, and what hides them.
 */
@Tag("outside")
class OwnFunctionsTest {
    private static final Path FOLDER = Path.of("src/test/resources/handgrad/program/functions");

    @BeforeAll
    static void python() {
        assumeTrue(runs("--version"), "skipped: 'python3' does not work on this machine");
    }

    static List<String> functions() {
        return List.of("batch_norm", "layer_norm", "conv2d", "max_pool", "lstm_step", "attention", "embedding");
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aRightOnePasses(String function) {
        AskedFunction asked = asked(function + ".py");

        assertThat(asked.passes()).isTrue();
        assertThat(asked.memory()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"batch_norm", "layer_norm", "attention"})
    void aRightOneInSinglePrecisionPasses(String function) {
        assertThat(asked(function + ".py --precision float32").passes()).isTrue();
    }

    /** One test a function, so that a miss names its mistakes. */
    @ParameterizedTest
    @MethodSource("functions")
    void itsMistakesAreFoundInTheirTensor(String function) throws IOException {
        var missed = new ArrayList<String>();
        var losses = new HashMap<List<Double>, Double>();
        for (JsonNode mistake : mistakes(function)) {
            String name = mistake.get("mistake").stringValue();
            FunctionJudgement judgement = atTheStart("%s.py %s".formatted(function, name), losses);
            boolean found = judgement.tensors().stream()
                    .filter(tensor -> !tensor.passes())
                    .map(TensorResult::name)
                    .anyMatch(mistake.get("tensor").stringValue()::equals);
            if (!found) {
                missed.add(name);
            }
        }
        assertThat(missed).isEmpty();
    }

    /** What the error looks like, in words: the factor, the term, the axis. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "batch_norm, mean-term-dropped, 'mean_term' is missing",
                "batch_norm, n-minus-1, 'mean_term' enters 1.00 times where 0.83 is right",
                "batch_norm, gamma-dropped, the entries of 'gamma' are missing as factors along axis 1",
                "batch_norm, dbeta-mean, 0.166667 times the right one",
                "attention, dk-scaled-twice, 'scale'",
                "embedding, repeats-overwrite, rows that 'indices' names more than once",
                "lstm_step, dc-without-forget-gate, the entries of 'f' are missing as factors"
            })
    void theFormOfAnErrorIsSaid(String function, String mistake, String words) {
        FunctionJudgement judgement = atTheStart("%s.py %s".formatted(function, mistake), new HashMap<>());

        assertThat(judgement.structures()).extracting(Structure::sentence).anySatisfy(sentence -> assertThat(sentence)
                .contains(words));
    }

    /** At a point that hides mistakes, the audit names each tensor that hides one. */
    @ParameterizedTest
    @MethodSource("functions")
    void whatAPointHidesIsSaid(String function) throws IOException {
        AskedFunction asked = asked(function + ".py --point hiding");

        var unsaid = new ArrayList<String>();
        for (JsonNode mistake : mistakes(function)) {
            String by = mistake.get("hidden-by").stringValue();
            if (!by.isEmpty() && asked.hidden().stream().noneMatch(sentence -> sentence.contains("'" + by + "'"))) {
                unsaid.add(mistake.get("mistake").stringValue() + " by " + by);
            }
        }
        assertThat(unsaid).as("%s", asked.hidden()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "counts.py, gradient-not-reset",
        "warm.py, state-between-calls",
        "changes_with_order.py, state-between-calls",
        "random_dropout.py, answers-differ-by-chance"
    })
    void whatIsKeptBetweenCallsIsNamed(String program, String name) {
        AskedFunction asked = asked(program);

        assertThat(asked.passes()).isFalse();
        assertThat(asked.memory().orElseThrow()).startsWith(name);
    }

    /** Wrong from h2 on, though its gradient is that of its own loss. */
    @Test
    void theFirstTensorThatDiffersFromAReferenceIsNamed() {
        assertThat(compared("net_b.py").passes()).isTrue();
        assertThat(compared("net_b.py h2-forward").first().orElseThrow().name()).isEqualTo("h2");
        assertThat(compared("net_b.py h1-backward").first().orElseThrow().name())
                .isEqualTo("the gradient of h1");
    }

    private static Compared compared(String program) {
        try (var own = new LiveProgram(start(program));
                var reference = new LiveProgram(start("net_a.py"))) {
            return new Against(own.program().tool(), reference.program().tool(), Math.ulp(1.0))
                    .functions(
                            own.function(),
                            reference.function(),
                            own(own.program()).tensors());
        }
    }

    private static AskedFunction asked(String program) {
        try (var live = new LiveProgram(start(program))) {
            Ability.Own own = own(live.program());
            return new FunctionExaminer(live.program().tool(), own.tensors(), own.format(), live.function()).examine();
        }
    }

    /**
     * The mistakes are in the gradients only: at its start each program is asked for its loss, elsewhere the first one of a function,
     * once.
     *
     * @param losses known by now
     */
    private static FunctionJudgement atTheStart(String program, Map<List<Double>, Double> losses) {
        try (Program running = start(program)) {
            Ability.Own own = own(running);
            List<double[]> values = own.tensors().stream().map(Tensor::values).toList();
            FunctionClaim claim = given(running.gradient(values));
            List<Double> start = flat(values);
            Scalar loss = point -> flat(point).equals(start)
                    ? given(running.loss(point))
                    : losses.computeIfAbsent(flat(point), at -> given(running.loss(point)));
            var judge = new FunctionJudge(loss, own.tensors(), own.format(), Budget.DEFAULT, 5);
            return judge.judge(claim.gradients(), claim.intermediates());
        }
    }

    private static List<Double> flat(List<double[]> point) {
        return point.stream().flatMapToDouble(Arrays::stream).boxed().toList();
    }

    private static <T> T given(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return ((Answer.Given<T>) answer).value();
    }

    private static Ability.Own own(Program running) {
        return (Ability.Own) running.ability();
    }

    /** The programs need nothing that is installed beside Python: without it ({@code -S}) they start in half of the time. */
    private static Program start(String program) {
        return Program.start("python3 -S %s/%s".formatted(FOLDER, program), Limits.DEFAULT, remark -> {});
    }

    private static JsonNode mistakes(String function) throws IOException {
        Process process = new ProcessBuilder(
                        "python3", "-S", FOLDER.resolve(function + ".py").toString(), "--mistakes")
                .start();
        String listed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return JsonMapper.builder().build().readTree(listed);
    }

    private static boolean runs(String... words) {
        try {
            return new ProcessBuilder(Stream.concat(Stream.of("python3"), Stream.of(words))
                                    .toList())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
