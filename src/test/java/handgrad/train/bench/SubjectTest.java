package handgrad.train.bench;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;

/** Every subject makes steps. */
class SubjectTest {
    @ParameterizedTest
    @EnumSource
    void everySubjectMakesSteps(Subject subject) {
        for (DataType type : new DataType[] {DataType.DOUBLE, DataType.FLOAT}) {
            Runnable step = subject.step(Workload.named("5-4-3-2/7", type), 2);
            assertThatCode(step::run).doesNotThrowAnyException();
            assertThatCode(step::run).doesNotThrowAnyException();
        }
    }
}
