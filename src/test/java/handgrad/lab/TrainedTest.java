package handgrad.lab;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Descent;
import handgrad.network.Trained;
import handgrad.testing.Compare;
import handgrad.testing.RandomCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Biases that are not trained keep their values, in every engine, while the weights learn as ever. */
class TrainedTest {
    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void onlyWhatIsTrainedMoves(EngineKind kind) {
        var random = RandomCase.of(2);
        var all = kind.create(random.parameters(), Descent.sgd(0.1), Trained.ALL);
        var weights = kind.create(random.parameters(), Descent.sgd(0.1), Trained.WEIGHTS);
        all.step(random.batch());
        weights.step(random.batch());
        for (int l = 0; l < random.parameters().network().depth(); l++) {
            assertThat(weights.parameters().bias(l))
                    .isEqualTo(random.parameters().bias(l));
            assertThat(weights.parameters().weights(l))
                    .isEqualTo(all.parameters().weights(l));
            assertThat(all.parameters().bias(l))
                    .isNotEqualTo(random.parameters().bias(l));
        }
        assertThat(Compare.of(all.parameters(), random.parameters()).maxRelative())
                .isPositive();
    }
}
