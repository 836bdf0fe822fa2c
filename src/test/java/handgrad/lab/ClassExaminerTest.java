package handgrad.lab;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Descent;
import handgrad.engine.Parameters;
import handgrad.input.claim.Case;
import handgrad.input.claim.StandardCases;
import handgrad.input.userclass.HandGradient;
import handgrad.input.userclass.UserClass;
import handgrad.lab.ClassExaminer.Examination;
import handgrad.lab.result.Verification;
import handgrad.network.Precision;
import handgrad.network.Trained;
import handgrad.testing.Compare;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which cases a class is judged on, and what is said about the others. */
class ClassExaminerTest {
    private static final List<String> NAMES =
            StandardCases.all().stream().map(Case::name).toList();

    private static Examination examine(Duration limit, HandGradient gradient) {
        var examiner = new Examiner(List.of(EngineKind.HAND), Precision.DOUBLE);
        return new ClassExaminer(examiner, limit).examine(new UserClass(Path.of("ClassExaminerTest.java"), gradient));
    }

    private static List<String> names(Examination examination) {
        return examination.results().stream()
                .map(result -> result.question().name())
                .toList();
    }

    private static String reason(Verification result) {
        assertThat(result).isInstanceOf(Verification.Failed.class);
        return ((Verification.Failed) result).reason();
    }

    /** ND4J's start counts for nobody: on a cold machine it takes longer than the limits below. */
    @BeforeAll
    static void startArrays() {
        var first = StandardCases.all().get(0);
        var engine = EngineKind.HAND.create(Compare.parameters(first), Descent.sgd(1), Trained.ALL);
        assertThat(engine.gradient(Compare.batch(first)).loss()).isFinite();
    }

    /** The time that it takes to find out what is wrong counts for nothing: here far more than the class is given. */
    @Test
    void aQuickClassThatIsWrongIsJudgedOnEveryCaseThatItAnswers() {
        var calls = new AtomicInteger();
        Examination examination = examine(Duration.ofSeconds(2), (network, parameters, batch) -> {
            int call = calls.incrementAndGet();
            if (call > 1 && call < NAMES.size()) {
                throw new UnsupportedOperationException("to save time");
            }
            Parameters gradient = Parameters.zeros(network, parameters.dataType());
            gradient.vector().addi(batch.x().sumNumber());
            return gradient;
        });
        assertThat(names(examination)).containsExactly(NAMES.get(0), NAMES.get(NAMES.size() - 1));
        assertThat(examination.results()).allMatch(result -> result instanceof Verification.Judged && !result.passes());
        assertThat(examination.skipped())
                .hasSize(NAMES.size() - 2)
                .allMatch(sentence -> sentence.endsWith(": to save time"));
    }

    @Test
    void aClassThatTakesTooLongIsNotGivenTheOtherCases() {
        var calls = new AtomicInteger();
        var never = new CountDownLatch(1);
        Examination examination = examine(Duration.ofSeconds(2), (network, parameters, batch) -> {
            if (calls.incrementAndGet() == 2) {
                throw new IllegalStateException("quick");
            } else if (calls.get() == 3) {
                await(never);
            }
            return Parameters.zeros(network, parameters.dataType());
        });
        assertThat(calls).hasValue(3);
        assertThat(names(examination)).isEqualTo(NAMES.subList(0, 3));
        assertThat(reason(examination.results().get(2))).endsWith("gave no answer within 2 s");
        assertThat(examination.skipped())
                .containsExactlyElementsOf(NAMES.subList(3, NAMES.size()).stream()
                        .map(name -> name + ": not run, the class took too long on the case before")
                        .toList());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aClassThatSkipsEveryCaseFails() {
        Examination examination = examine(Duration.ofSeconds(5), (network, parameters, batch) -> {
            throw new UnsupportedOperationException("only tanh");
        });
        assertThat(examination.results()).hasSize(1);
        assertThat(reason(examination.results().get(0))).contains("only tanh");
        assertThat(examination.skipped()).hasSameSizeAs(NAMES);
    }
}
