package handgrad.judge.reading;

import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Factors in the place of {@code f'(z)} that are no derivatives: functions, parts of a derivative, z. */
final class FunctionFactors {
    private final Scene scene;
    private final int l;
    private final DeltaCauses causes;

    FunctionFactors(Scene scene, int l) {
        this.scene = scene;
        this.l = l;
        this.causes = new DeltaCauses(scene, l);
    }

    /** The functions that a derivative may be taken of by mistake: entrywise, not f, and not the identity. */
    static Stream<Activation> others(Activation f) {
        return Definitions.all(Activation.class).stream()
                .filter(other ->
                        other.entrywise() && !other.equals(f) && !other.name().equals("identity"));
    }

    List<Form> all() {
        var factors = new ArrayList<Form>();
        others(scene.f(l)).map(this::otherFunction).forEach(factors::add);
        factors.add(functionItself());
        factors.add(halfOfTheDerivative());
        factors.add(squareOfDifference());
        factors.add(preActivation());
        return factors;
    }

    private Form otherFunction(Activation other) {
        Cause cause = causes.factor(
                "function-as-derivative",
                "%s stands in the place of the derivative of %s"
                        .formatted(other.id(), scene.f(l).id()),
                "%s(z%d)".formatted(other.id(), l + 1));
        return Form.wrong(cause, 1.9, Scene.applied(other, scene.z(l)));
    }

    private Form functionItself() {
        Cause cause = causes.factor(
                "function-as-derivative", "the function itself stands in the place of its derivative", "a" + (l + 1));
        return Form.wrong(cause, 1.45, scene.a(l));
    }

    private Form halfOfTheDerivative() {
        Cause cause = causes.factor(
                "half-of-the-derivative",
                "only 1 - a stands where the derivative of %s belongs"
                        .formatted(scene.f(l).id()),
                "(1 - a%d)".formatted(l + 1));
        return Form.wrong(cause, 1.6, Matrices.mapped(scene.a(l), a -> 1 - a));
    }

    private Form squareOfDifference() {
        Cause cause = causes.factor(
                "square-of-difference",
                "(1 - a)^2 stands in the place of the derivative, as for 1 - a^2 with the square at the wrong bracket",
                "(1 - a%d)^2".formatted(l + 1));
        return Form.wrong(cause, 1.7, Matrices.mapped(scene.a(l), a -> (1 - a) * (1 - a)));
    }

    private Form preActivation() {
        Cause cause =
                causes.factor("pre-activation-as-derivative", "z stands in the place of the derivative", "z" + (l + 1));
        return Form.wrong(cause, 2, scene.z(l));
    }
}
