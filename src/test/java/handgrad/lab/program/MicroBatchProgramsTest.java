package handgrad.lab.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import handgrad.InputException;
import handgrad.input.program.Limits;
import handgrad.input.program.Program;
import handgrad.judge.accumulation.Counted;
import handgrad.judge.reading.Cause;
import handgrad.lab.result.Accumulated;
import handgrad.network.Precision;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A training loop in Python that adds gradients up over micro-batches, as people write it: the right one passes, and each mistake is
 * named alone, whatever the network: any one, XOR's with its four samples, one of the digits' size.
 */
@Tag("outside")
class MicroBatchProgramsTest {
    private static final String LOOP = "python3 src/test/resources/handgrad/program/micro_batches.py";
    private static final String XOR = " --fixed 2-3-1 4";
    private static final String DIGITS = " --fixed 64-12-10 20";

    @BeforeAll
    static void assumePython() {
        try (var program = Program.start(LOOP, Limits.DEFAULT, remark -> {})) {
            assertThat(program.tool()).isEqualTo("micro_batches.py");
        } catch (InputException e) {
            assumeTrue(false, "skipped: no python3");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", XOR, DIGITS})
    void theRightLoopPasses(String network) {
        for (int count : List.of(2, 3)) {
            Accumulated found = examined(network, count);

            assertThat(found.asked().passes()).isTrue();
            assertThat(found.weights()).isEmpty();
        }
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                        Arguments.of("mean-of-means", Set.of("mean-of-means")),
                        Arguments.of("sum-of-means", Set.of("sum-of-means")),
                        Arguments.of("not-divided", Set.of("sum-instead-of-mean")),
                        Arguments.of("averaged-twice", Set.of("averaged-twice")),
                        Arguments.of("averaged-within", Set.of("averaged-twice")),
                        Arguments.of("divided-by-last", Set.of("divided-by-last-size")),
                        Arguments.of("times-k", Set.of("scaled-by-micro-batches")),
                        Arguments.of("not-zeroed", Set.of("gradient-not-reset")),
                        Arguments.of("zeroed-each-time", Set.of("last-micro-batch-only")),
                        Arguments.of("zeroed-late", Set.of("micro-batch-left-out")),
                        Arguments.of("answered-early", Set.of("micro-batch-left-out", "last-micro-batch-late")),
                        Arguments.of("bias-set", Set.of("last-micro-batch-only")),
                        Arguments.of("running-mean", Set.of("running-mean")))
                .flatMap(mistake -> Stream.of("", XOR, DIGITS)
                        // Of 1, 1 and 2 samples a running mean is right: 1/4, 1/4, 1/2 of the means.
                        .filter(network -> !network.equals(XOR) || !mistake.get()[0].equals("running-mean"))
                        .map(network -> Arguments.of(mistake.get()[0], network, mistake.get()[1])));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNamedAlone(String mistake, String network, Set<String> names) {
        Accumulated found = examined(" " + mistake + network, 3);

        assertThat(found.asked().passes()).isFalse();
        assertThat(found.weights()).isPresent();
        assertThat(names(found)).containsExactly(names);
    }

    /** 13 samples in micro-batches of 2, 4 and 7: 1/(3 n_k), where 1/13 is right. */
    @Test
    void theTableHasTheWeights() {
        Accumulated found = examined(" mean-of-means", 3);

        assertThat(found.weights().orElseThrow().shares().get(0).rows())
                .containsExactly(
                        new Counted("1", 2, 1.0 / 3 / 2, 1.0 / 13),
                        new Counted("2", 4, 1.0 / 3 / 4, 1.0 / 13),
                        new Counted("3", 7, 1.0 / 3 / 7, 1.0 / 13));
    }

    /** Weights are added up, and only biases are not. */
    @Test
    void onlyTheParametersThatAreConcernedAreNamed() {
        Accumulated found = examined(" bias-set", 3);

        assertThat(found.asked()
                        .shown()
                        .orElseThrow()
                        .diagnosis()
                        .orElseThrow()
                        .findings()
                        .get(0)
                        .causes())
                .extracting(Cause::layer, cause -> cause.parameter().orElse("all"))
                .containsExactly(tuple(2, "bias"), tuple(1, "bias"), tuple(0, "bias"));
    }

    /** Each micro-batch's gradient is wrong, and the usual diagnosis says why. */
    @Test
    void aMistakeWithinAMicroBatchIsThatOfTheGradient() {
        Accumulated found = examined(" one-derivative-missing", 3);

        assertThat(found.weights()).isEmpty();
        assertThat(names(found)).containsExactly(Set.of("output-delta-of-other-loss"));
        assertThat(found.asked().notes()).anyMatch(note -> note.contains("as one micro-batch"));
    }

    /** With one micro-batch it is right, with three no weights fit. */
    @Test
    void whatNoWeightsExplainIsSaid() {
        Accumulated found = examined(" first-activations", 3);

        assertThat(found.asked().passes()).isFalse();
        assertThat(found.weights()).isEmpty();
        assertThat(found.asked().notes()).anyMatch(note -> note.contains("No weights"));
    }

    private static Accumulated examined(String arguments, int count) {
        try (var live = new LiveProgram(Program.start(LOOP + arguments, Limits.DEFAULT, remark -> {}))) {
            var can = live.program().ability();
            return new AccumulationExaminer(count, List.of(), Precision.DOUBLE)
                    .examine("loop", MicroBatchPoints.of(can, count), live.networks());
        }
    }

    private static List<Set<String>> names(Accumulated found) {
        return found.asked().shown().orElseThrow().diagnosis().orElseThrow().findings().stream()
                .map(finding -> {
                    Set<String> names = new TreeSet<>();
                    finding.causes().forEach(cause -> names.add(cause.mistake()));
                    return names;
                })
                .toList();
    }
}
