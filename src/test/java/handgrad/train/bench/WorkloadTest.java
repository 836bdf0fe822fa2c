package handgrad.train.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.hand.HandEngine;
import handgrad.network.Reduction;
import handgrad.network.Trained;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.HalfSquaredError;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;

/** What is trained on. */
class WorkloadTest {
    static Stream<Workload> all() {
        return Stream.concat(Workload.standard(DataType.DOUBLE).stream(), Workload.growth(DataType.DOUBLE).stream());
    }

    @Test
    void theStandardRowsAreThoseOfTheExperiments() {
        assertThat(Workload.standard(DataType.DOUBLE)).hasToString("[2-10-1/4, 64-128-10/32, 64-128-10/1437]");
        assertThat(Workload.standard(DataType.DOUBLE))
                .extracting(row -> row.network().loss())
                .containsExactly(new HalfSquaredError(), new BinaryCrossEntropy(), new BinaryCrossEntropy());
        assertThat(all()).allMatch(row -> row.network().reduction() == Reduction.MEAN);
    }

    @ParameterizedTest
    @MethodSource("all")
    void aNameIsReadAsItIsWritten(Workload workload) {
        assertThat(Workload.named(workload.toString(), DataType.DOUBLE)).isEqualTo(workload);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "64-10", "64/4", "64-10/", "64--10/4", "a-b/4", "64-10/4/4", "64-10/-1"})
    void whatIsNoWorkload(String name) {
        assertThatThrownBy(() -> Workload.named(name, DataType.DOUBLE))
                .isInstanceOf(InputException.class)
                .hasMessage("workload '%s': expected widths and a batch size, as in 64-128-10/32", name);
    }

    @Test
    void anEmptyBatchIsRefused() {
        assertThatThrownBy(() -> Workload.named("2-10-1/0", DataType.DOUBLE))
                .isInstanceOf(InputException.class)
                .hasMessage("batch size 0: expected at least 1");
    }

    @ParameterizedTest
    @EnumSource(names = {"DOUBLE", "FLOAT"})
    void theBatchIsOfTheRightKind(DataType type) {
        Batch batch = Workload.named("64-128-10/32", type).batch();
        assertThat(batch.x().dataType()).isEqualTo(type);
        assertThat(batch.y().dataType()).isEqualTo(type);
        assertThat(batch.x().shape()).containsExactly(32, 64);
        assertThat(batch.x().minNumber().doubleValue()).isBetween(0.0, 0.1);
        assertThat(batch.x().maxNumber().doubleValue()).isBetween(0.9, 1.0);
        assertThat(List.of(batch.y().toDoubleMatrix())).hasSize(32).allSatisfy(row -> {
            assertThat(row).hasSize(10).containsOnly(0, 1);
            assertThat(row).containsOnlyOnce(1);
        });
        assertThat(Workload.named("2-10-1/64", type).batch().y().toDoubleVector())
                .containsOnly(0, 1);
    }

    @Test
    void dataAndStartAreTheSameEachTime() {
        Workload workload = Workload.named("3-4-2/5", DataType.DOUBLE);
        assertThat(workload.batch().x()).isEqualTo(workload.batch().x());
        assertThat(workload.start().toArray()).isEqualTo(workload.start().toArray());
        assertThat(workload.start().dataType()).isEqualTo(DataType.DOUBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2-10-1/4", "64-128-10/32", "64-1024-10/32"})
    void trainingGoesDownhill(String name) {
        Workload workload = Workload.named(name, DataType.DOUBLE);
        var engine = new HandEngine(workload.start(), Descent.sgd(Workload.LEARNING_RATE), Trained.ALL);
        Batch batch = workload.batch();
        double before = engine.loss(batch);
        for (int i = 0; i < 50; i++) {
            engine.step(batch);
        }
        assertThat(engine.loss(batch)).isFinite().isLessThan(before);
    }
}
