package sign;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.EngineKind;
import handgrad.lab.Workbench;
import handgrad.lab.result.Run;
import handgrad.lab.result.Verdict;
import handgrad.train.Progress;
import handgrad.train.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault that is planted is caught, and named, wherever the network starts. */
class SignFaultsTest {
    private static final Map<String, String> NAMES = Map.of(
            "no bias", "bias-gradient-missing, layer 2, bias: ",
            "elementwise product", "elementwise-product, layer 2",
            "no forward pass", "stale-activations, layer 2",
            "same update in both layers", "same-update-in-every-layer, layer 1");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachIsCaughtAndNamed(long seed) {
        var experiment = new SignFaults();
        Settings settings = experiment.defaults().withSeed(seed).withEpochs(1);
        List<Run> runs = Workbench.all(experiment, settings, List.of(EngineKind.HAND)).stream()
                .map(workbench -> workbench.run(Progress.silent()))
                .toList();
        assertThat(runs).hasSize(1 + SignFault.values().length).allMatch(experiment::succeeds);
        assertThat(runs.get(0).verdict()).isEqualTo(Verdict.SINGLE_ENGINE);
        for (Run faulty : runs.subList(1, runs.size())) {
            String name = faulty.topic().variant().orElseThrow();
            assertThat(faulty.verdict()).as(name).isEqualTo(Verdict.GRADIENTS_DIFFER);
            assertThat(faulty.findings().get(0)).startsWith("The gradient of own is wrong: " + NAMES.get(name));
        }
    }
}
