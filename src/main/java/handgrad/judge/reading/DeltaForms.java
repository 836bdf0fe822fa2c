package handgrad.judge.reading;

import static handgrad.judge.reading.Matrices.mapped;
import static handgrad.judge.reading.Matrices.scaled;
import static handgrad.judge.reading.Matrices.times;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The forms that people give {@code delta = dL/da f'(z)} of a layer. */
final class DeltaForms {
    private final Scene scene;
    private final int l;
    private final Cause derivativeMissing;
    private final Cause maskFromTheGradient;
    /** In the place of delta, whatever has come down. */
    private final List<Form> overwritten;

    /** What {@code dL/da} may be multiplied by in the place of {@code f'(z)}. */
    private final List<Form> factors;

    DeltaForms(Scene scene, int l) {
        this.scene = scene;
        this.l = l;
        var causes = new DeltaCauses(scene, l);
        this.derivativeMissing = causes.derivativeMissing();
        this.maskFromTheGradient = causes.maskFromTheGradient();
        this.overwritten = scene.entrywise(l) ? overwritten(causes.overwritten()) : List.of();
        this.factors = Stream.concat(
                        new DerivativeFactors(scene, l).all().stream(), new FunctionFactors(scene, l).all().stream())
                .filter(factor -> !isOne(factor.value()))
                .toList();
    }

    /** A factor that is 1 everywhere is a missing one, whatever function it is of. */
    private static boolean isOne(double[][] factor) {
        return Arrays.stream(factor).flatMapToDouble(Arrays::stream).allMatch(x -> x == 1);
    }

    /** Without the factor of the reduction, and with it. */
    private List<Form> overwritten(Cause cause) {
        double[][] derivative = Scene.slope(scene.f(l), scene.z(l), scene.a(l));
        return List.of(Form.wrong(cause, 1.6, derivative), Form.wrong(cause, 1.7, scaled(derivative, scene.factor)));
    }

    /** The right form for what has come down, then the others. */
    List<Form> of(double[][] slope) {
        var forms = new ArrayList<Form>();
        forms.add(Form.right(Scene.timesSlope(scene.f(l), slope, scene.z(l), scene.a(l))));
        if (l < scene.last || scene.network.loss().cancels()) {
            forms.add(Form.wrong(derivativeMissing, 1, slope));
        }
        if (scene.entrywise(l)) {
            forms.addAll(overwritten);
            forms.add(Form.wrong(maskFromTheGradient, 1.8, times(slope, mapped(slope, s -> s > 0 ? 1 : 0))));
        }
        factors.forEach(factor -> forms.add(new Form(factor.cause(), factor.cost(), times(slope, factor.value()))));
        return forms;
    }
}
