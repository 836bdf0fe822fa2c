package handgrad.judge.reading;

import static handgrad.judge.reading.Matrices.mapped;
import static handgrad.judge.reading.Matrices.scaled;
import static handgrad.judge.reading.Matrices.times;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The forms that people give {@code delta = dL/da f'(z)} of a layer. */
final class DeltaForms {
    private final Scene scene;
    private final int l;
    private final DeltaCauses causes;
    private final List<Factor> factors;

    DeltaForms(Scene scene, int l) {
        this.scene = scene;
        this.l = l;
        this.causes = new DeltaCauses(scene, l);
        this.factors = Stream.concat(
                        new DerivativeFactors(scene, l).all().stream(), new FunctionFactors(scene, l).all().stream())
                .filter(factor -> !factor.isOne())
                .toList();
    }

    /** The right form for what has come down, then the others. */
    List<Form> of(double[][] slope) {
        var forms = new ArrayList<Form>();
        forms.add(Form.right(Scene.timesSlope(scene.f(l), slope, scene.z(l), scene.a(l))));
        if (l < scene.last || scene.network.loss().cancels()) {
            forms.add(Form.wrong(causes.derivativeMissing(), 1, slope));
        }
        if (scene.entrywise(l)) {
            forms.addAll(derivativeOverwritesDelta());
            forms.add(maskFromTheGradient(slope));
        }
        factors.forEach(factor -> forms.add(Form.wrong(factor.cause(), factor.cost(), times(slope, factor.by()))));
        return forms;
    }

    /** Without the factor of the reduction, and with it. */
    private List<Form> derivativeOverwritesDelta() {
        double[][] derivative = Scene.slope(scene.f(l), scene.z(l), scene.a(l));
        return List.of(
                Form.wrong(causes.overwritten(), 1.6, derivative),
                Form.wrong(causes.overwritten(), 1.7, scaled(derivative, scene.factor)));
    }

    private Form maskFromTheGradient(double[][] slope) {
        Cause cause = causes.factor(
                "mask-from-the-gradient",
                "the mask of %s is taken from the sign of the gradient, where that of z is right"
                        .formatted(scene.f(l).id()),
                "[dL/da%d > 0]".formatted(l + 1));
        return Form.wrong(cause, 1.8, times(slope, mapped(slope, s -> s > 0 ? 1 : 0)));
    }
}
