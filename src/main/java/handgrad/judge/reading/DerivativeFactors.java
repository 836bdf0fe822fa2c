package handgrad.judge.reading;

import static handgrad.judge.reading.Matrices.mapped;
import static handgrad.judge.reading.Matrices.times;

import handgrad.network.function.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What {@code dL/da} is multiplied by in the place of {@code f'(z)}, as forms: f's derivative at a wrong place, and those of other
 * functions and layers.
 */
final class DerivativeFactors {
    /** Of leaky relus, below 0. */
    private static final double[] LEAKS = {0.01, 0.1, 0.2, 0.3};

    private static final double EVEN = 1e-9;

    private final Scene scene;
    private final int l;
    private final DeltaCauses causes;
    private final Activation f;
    private final double[][] z;
    private final double[][] a;

    DerivativeFactors(Scene scene, int l) {
        this.scene = scene;
        this.l = l;
        this.causes = new DeltaCauses(scene, l);
        this.f = scene.f(l);
        this.z = scene.z(l);
        this.a = scene.a(l);
    }

    List<Form> all() {
        var factors = new ArrayList<Form>();
        if (scene.entrywise(l)) {
            factors.add(twice());
            factors.add(atActivation());
            factors.add(atPreActivation());
            onTheOtherSide().ifPresent(factors::add);
            if (scene.nOut(l) > 1) {
                factors.add(leftOut("first", 0));
                factors.add(leftOut("last", scene.nOut(l) - 1));
            }
            Arrays.stream(LEAKS).mapToObj(this::ofLeakyRelu).forEach(factors::add);
            otherLayers().mapToObj(this::ofOtherLayer).forEach(factors::add);
        }
        FunctionFactors.others(f).flatMap(this::ofOtherFunction).forEach(factors::add);
        return factors;
    }

    private Form twice() {
        double[][] right = Scene.slope(f, z, a);
        Cause cause = causes.factor(
                "activation-derivative-twice",
                "delta is multiplied by the derivative of %s twice".formatted(f.id()),
                "f'(z%d)^2".formatted(l + 1));
        return Form.wrong(cause, 1.4, times(right, right));
    }

    private Form atActivation() {
        Cause cause = causes.factor(
                "derivative-at-activation",
                "the derivative of %s is taken at a = f(z), where z is right".formatted(f.id()),
                "f'(a%d)".formatted(l + 1));
        return Form.wrong(cause, 1, Scene.slope(f, a, Scene.applied(f, a)));
    }

    private Form atPreActivation() {
        Cause cause = causes.factor(
                "derivative-at-pre-activation",
                "the formula of %s's derivative in terms of a is applied to z".formatted(f.id()),
                "f' with z%d in the place of a%d".formatted(l + 1, l + 1));
        return Form.wrong(cause, 1, Scene.slope(f, z, z));
    }

    /** A mask that is turned round, {@code z < 0}; empty of an even derivative, as tanh's is. */
    private Optional<Form> onTheOtherSide() {
        double[][] mirrored = mapped(z, x -> -x);
        double[][] slope = Scene.slope(f, mirrored, Scene.applied(f, mirrored));
        Cause cause = causes.factor(
                "derivative-on-the-other-side",
                "the derivative of %s is taken on the other side of 0".formatted(f.id()),
                "f'(-z%d)".formatted(l + 1));
        return Fit.of(Matrices.flat(Scene.slope(f, z, a)), Matrices.flat(slope), EVEN, 0)
                        .filter(Fit::exact)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(Form.wrong(cause, 1.5, slope));
    }

    /** A loop over the neurons that begins too late or ends too early. */
    private Form leftOut(String which, int neuron) {
        double[][] slope = Scene.slope(f, z, a);
        Arrays.stream(slope).forEach(row -> row[neuron] = 0);
        Cause cause = causes.factor(
                "neuron-left-out",
                "the %s neuron has no delta, as where a loop begins too late or ends too early".formatted(which),
                "f'(z%d), 0 for the %s neuron".formatted(l + 1, which));
        return Form.wrong(cause, 1.7, slope);
    }

    private Form ofLeakyRelu(double leak) {
        Cause cause = causes.factor(
                "derivative-of-leaky-relu",
                "the derivative is that of a leaky relu with slope %s, the function is %s".formatted(leak, f.id()),
                "(1 if z%d > 0 else %s)".formatted(l + 1, leak));
        return Form.wrong(cause, f.name().contains("relu") ? 1.5 : 2, mapped(z, x -> x > 0 ? 1 : leak));
    }

    private IntStream otherLayers() {
        return IntStream.range(0, scene.network.depth())
                .filter(other -> other != l && scene.nOut(other) == scene.nOut(l) && scene.entrywise(other));
    }

    private Form ofOtherLayer(int other) {
        Cause cause = causes.factor(
                "derivative-of-other-layer",
                "the derivative is taken at layer %d's z".formatted(other + 1),
                "f'(z%d)".formatted(other + 1));
        return Form.wrong(cause, 2, Scene.slope(scene.f(other), scene.z(other), scene.a(other)));
    }

    /** At the layer's output, where the formula is in terms of it, and at z. */
    private Stream<Form> ofOtherFunction(Activation other) {
        double[][] atZ = Scene.slope(other, z, Scene.applied(other, z));
        var here = Form.wrong(ofOtherFunction(other, "%s'(z%d)"), 1.5, atZ);
        return other.slopeFromOutput()
                ? Stream.of(Form.wrong(ofOtherFunction(other, "%s' at a%d"), 1.3, Scene.slope(other, a, a)), here)
                : Stream.of(here);
    }

    private Cause ofOtherFunction(Activation other, String factor) {
        return causes.factor(
                "derivative-of-other-activation",
                "the derivative is that of %s, the function is %s".formatted(other.id(), f.id()),
                factor.formatted(other.id(), l + 1));
    }
}
