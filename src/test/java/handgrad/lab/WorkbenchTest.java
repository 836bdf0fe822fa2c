package handgrad.lab;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.train.Progress;
import java.util.List;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
    /** 1,437 samples a step, in parts of a fixed size that are added in a fixed order. */
    @Test
    void theDigitsHaveTheSameBitsOnAnyNumberOfThreads() {
        Experiment digits = Experiments.named("digits-cross-entropy");
        var bench = new Workbench(digits, digits.defaults().withEpochs(10), List.of(EngineKind.HAND));
        double[] alone = end(bench.on(1));
        assertThat(end(bench.on(2))).containsExactly(alone);
        assertThat(end(bench.on(5))).containsExactly(alone);
    }

    private static double[] end(Workbench bench) {
        return bench.run(Progress.silent()).shown().parameters().toArray();
    }
}
