package gradients;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.engine.Parameters;
import handgrad.engine.hand.HandEngine;
import handgrad.input.claim.Case;
import handgrad.input.claim.StandardCases;
import handgrad.input.userclass.JavaSource;
import handgrad.input.userclass.UserOutcome;
import handgrad.input.userclass.UserRun;
import handgrad.testing.Compare;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The example is right, as a class and as a file. */
class MyBackpropTest {
    static List<Case> cases() {
        return StandardCases.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void itsGradientIsTheHandWrittenEngines(Case task) {
        Parameters gradient = new MyBackprop().gradient(task.network(), Compare.parameters(task), Compare.batch(task));
        Parameters right = new HandEngine(Compare.parameters(task), 0.1)
                .gradient(Compare.batch(task))
                .gradient();
        assertThat(Compare.of(gradient, right).maxRelative()).isLessThan(1e-12);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theFileAnswersEveryCase(Case task) {
        var user = JavaSource.load(Path.of("experiments/gradients/MyBackprop.java"), UserRun.LIMIT);
        assertThat(UserRun.of(user, task, UserRun.LIMIT)).isInstanceOf(UserOutcome.Claimed.class);
    }
}
