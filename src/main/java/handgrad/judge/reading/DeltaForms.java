package handgrad.judge.reading;

import static handgrad.judge.reading.Matrices.mapped;
import static handgrad.judge.reading.Matrices.scaled;
import static handgrad.judge.reading.Matrices.times;

import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What people multiply {@code dL/da} by to come to delta, in place of f'(z). */
final class DeltaForms {
    private static final double[] SLOPES = {0.01, 0.1, 0.2, 0.3};

    /** What {@code dL/da} is multiplied by. */
    private record Factor(Cause cause, double cost, double[][] by) {}

    private final Scene scene;
    private final int l;
    private final String dA;
    private final List<Factor> factors = new ArrayList<>();

    DeltaForms(Scene scene, int l) {
        this.scene = scene;
        this.l = l;
        this.dA = l == scene.last ? "dL/dy" : "(delta%d W%d^T)".formatted(l + 2, l + 2);
        Activation f = scene.f(l);
        if (scene.entrywise(l)) {
            addWrongPlaces(f, scene.z(l), scene.a(l));
            addMasks(f, scene.z(l));
        }
        addOthers(scene.z(l), scene.a(l));
    }

    private String right() {
        String factor = scene.entrywise(l) ? " * f'(z%d)".formatted(l + 1) : " through softmax's whole Jacobian";
        return "delta%d = %s%s, with %s's f'"
                .formatted(l + 1, dA, factor, scene.f(l).id());
    }

    private Cause cause(String mistake, String sentence, String factor) {
        return new Cause(
                mistake,
                Step.DERIVATIVE,
                l,
                Optional.empty(),
                sentence,
                "delta%d = %s%s".formatted(l + 1, dA, factor.isEmpty() ? "" : " * " + factor),
                right());
    }

    /** The forms of {@code delta = dL/da f'(z)} for what has come down. */
    List<Form> of(double[][] slope) {
        Activation f = scene.f(l);
        var forms = new ArrayList<Form>();
        forms.add(Form.right(Scene.timesSlope(f, slope, scene.z(l), scene.a(l))));
        if (l < scene.last || scene.network.loss().cancels()) {
            forms.add(Form.wrong(
                    cause(
                            "missing-activation-derivative",
                            "delta is not multiplied by the derivative of " + f.id(),
                            ""),
                    1,
                    slope));
        }
        if (scene.entrywise(l)) {
            double[][] right = Scene.slope(f, scene.z(l), scene.a(l));
            forms.add(Form.wrong(overwritten(""), 1.6, right));
            forms.add(Form.wrong(overwritten(""), 1.7, scaled(right, scene.factor)));
            double[][] mask = mapped(slope, s -> s > 0 ? 1 : 0);
            forms.add(Form.wrong(
                    cause(
                            "mask-from-the-gradient",
                            "the mask of %s is taken from the sign of the gradient, where that of z is right"
                                    .formatted(f.id()),
                            "[dL/da%d > 0]".formatted(l + 1)),
                    1.8,
                    times(slope, mask)));
        }
        factors.forEach(factor -> forms.add(Form.wrong(factor.cause, factor.cost, times(slope, factor.by))));
        return forms;
    }

    private void addWrongPlaces(Activation f, double[][] z, double[][] a) {
        double[][] right = Scene.slope(f, z, a);
        add(
                times(right, right),
                1.4,
                cause(
                        "activation-derivative-twice",
                        "delta is multiplied by the derivative of %s twice".formatted(f.id()),
                        "f'(z%d)^2".formatted(l + 1)));
        add(
                Scene.slope(f, a, Scene.applied(f, a)),
                1,
                cause(
                        "derivative-at-activation",
                        "the derivative of %s is taken at a = f(z), where z is right".formatted(f.id()),
                        "f'(a%d)".formatted(l + 1)));
        add(
                Scene.slope(f, z, z),
                1,
                cause(
                        "derivative-at-pre-activation",
                        "the formula of %s's derivative in terms of a is applied to z".formatted(f.id()),
                        "f' with z%d in the place of a%d".formatted(l + 1, l + 1)));
    }

    private Cause overwritten(String what) {
        return new Cause(
                "derivative-overwrites-delta",
                Step.DERIVATIVE,
                l,
                Optional.empty(),
                "the derivative of %s stands in the place of delta: what came down is lost, = where *= belongs"
                        .formatted(scene.f(l).id()),
                "delta%d = f'(z%d)%s".formatted(l + 1, l + 1, what),
                right());
    }

    private void addMasks(Activation f, double[][] z) {
        for (double leak : SLOPES) {
            add(
                    mapped(z, x -> x > 0 ? 1 : leak),
                    f.name().contains("relu") ? 1.5 : 2,
                    cause(
                            "derivative-of-leaky-relu",
                            "the derivative is that of a leaky relu with slope %s, the function is %s"
                                    .formatted(leak, f.id()),
                            "(1 if z%d > 0 else %s)".formatted(l + 1, leak)));
        }
        for (int other = 0; other < scene.network.depth(); other++) {
            if (other != l && scene.nOut(other) == scene.nOut(l) && scene.entrywise(other)) {
                add(
                        Scene.slope(scene.f(other), scene.z(other), scene.a(other)),
                        2,
                        cause(
                                "derivative-of-other-layer",
                                "the derivative is taken at layer %d's z".formatted(other + 1),
                                "f'(z%d)".formatted(other + 1)));
            }
        }
    }

    /** Another function's derivative, at this layer's a or z; and parts of one. */
    private void addOthers(double[][] z, double[][] a) {
        for (Activation other : Definitions.all(Activation.class)) {
            if (!other.entrywise() || other.equals(scene.f(l)) || other.name().equals("identity")) {
                continue;
            }
            String sentence = "the derivative is that of %s, the function is %s"
                    .formatted(other.id(), scene.f(l).id());
            double[][] atOutput = other.slopeFromOutput() ? a : z;
            add(
                    Scene.slope(other, atOutput, a),
                    1.3,
                    cause("derivative-of-other-activation", sentence, "%s' at a%d".formatted(other.id(), l + 1)));
            add(
                    Scene.slope(other, z, Scene.applied(other, z)),
                    1.5,
                    cause("derivative-of-other-activation", sentence, "%s'(z%d)".formatted(other.id(), l + 1)));
        }
        for (Activation other : Definitions.all(Activation.class)) {
            if (other.entrywise() && !other.equals(scene.f(l)) && !other.name().equals("identity")) {
                add(
                        Scene.applied(other, z),
                        1.9,
                        cause(
                                "function-as-derivative",
                                "%s stands in the place of the derivative of %s"
                                        .formatted(other.id(), scene.f(l).id()),
                                "%s(z%d)".formatted(other.id(), l + 1)));
            }
        }
        add(
                a,
                1.6,
                cause(
                        "function-as-derivative",
                        "the function itself stands in the place of its derivative",
                        "a" + (l + 1)));
        add(
                mapped(a, x -> 1 - x),
                1.6,
                cause(
                        "half-of-the-derivative",
                        "only 1 - a stands where a (1 - a) or another derivative belongs",
                        "(1 - a%d)".formatted(l + 1)));
        add(z, 2, cause("pre-activation-as-derivative", "z stands in the place of the derivative", "z" + (l + 1)));
    }

    /** A factor that is 1 everywhere is a missing one, whatever function it is of. */
    private void add(double[][] factor, double cost, Cause cause) {
        if (Arrays.stream(factor).flatMapToDouble(Arrays::stream).allMatch(x -> x == 1)) {
            return;
        }
        factors.add(new Factor(cause, cost, factor));
    }
}
