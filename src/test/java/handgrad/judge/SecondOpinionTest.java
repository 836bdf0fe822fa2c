package handgrad.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import handgrad.engine.Parameters;
import handgrad.judge.oracle.StepStudy;
import handgrad.judge.oracle.TaylorRemainder;
import handgrad.network.Point;
import handgrad.testing.ReferenceCase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What finite differences say of PyTorch's gradients, right and doubled. */
class SecondOpinionTest {
    private static Point doubled(ReferenceCase reference) {
        Parameters doubled = reference.gradient().copy();
        doubled.vector().muli(2);
        return doubled.point();
    }

    /** By Taylor's theorem: with the gradient taken off, what is left of the loss is of second order. */
    @ParameterizedTest
    @ValueSource(strings = {"deep-mixed", "regression-identity", "xor-binary-cross-entropy-sum", "mazur-first-step"})
    void theTaylorRemainderFallsWithTheSquareForTheGradientOnly(String name) {
        var reference = ReferenceCase.named(name);
        var rate = TaylorRemainder.rate(
                reference.point(), reference.samples(), reference.gradient().point());
        assertThat(rate.orElseThrow()).isCloseTo(2, within(0.1));
        var wrong = TaylorRemainder.rate(reference.point(), reference.samples(), doubled(reference));
        assertThat(wrong.orElseThrow()).isCloseTo(1, within(0.1));
    }

    /** The truncation error of central differences is of order h^2 until rounding, of order 1/h, takes over. */
    @ParameterizedTest
    @ValueSource(strings = {"regression-identity", "xor-half-squared-error-mean"})
    void centralDifferencesComeCloserWithTheSquareOfTheStepAndThenPartAgain(String name) {
        var reference = ReferenceCase.named(name);
        var points = new StepStudy(
                        reference.point(),
                        reference.samples(),
                        reference.gradient().point())
                .points();
        assertThat(points.get(0).maxRelative() / points.get(1).maxRelative()).isBetween(50.0, 200.0);
        assertThat(points.get(points.size() - 1).maxRelative())
                .isGreaterThan(points.get(5).maxRelative());
        var wrong = new StepStudy(reference.point(), reference.samples(), doubled(reference));
        // The doubled one stays as far off as the right one is large.
        assertThat(wrong.best().maxRelative()).isCloseTo(1, within(0.01));
    }
}
