package handgrad.judge.reading;

import static handgrad.judge.reading.Matrices.scaled;

import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.number.Plain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The forms that people give {@code dL/dz} of the output. */
final class OutputForms {
    private final Scene scene;
    private final int l;
    private final OutputCauses causes;
    private final DeltaForms deltas;
    /** {@code y - t}, with the factor of the reduction. */
    private final double[][] error;

    OutputForms(Scene scene) {
        this.scene = scene;
        this.l = scene.last;
        this.causes = new OutputCauses(scene);
        this.deltas = new DeltaForms(scene, l);
        this.error = scaled(Matrices.with(scene.y(), scene.t(), (y, t) -> y - t), scene.factor);
    }

    /** The right form, then the others. */
    List<Form> all() {
        var forms = new ArrayList<Form>();
        forms.add(Form.right(scene.outputDelta()));
        forms.addAll(errorAsDelta());
        forms.addAll(otherLosses());
        forms.addAll(throughTheOutput());
        forms.addAll(asOfSquaredError());
        forms.add(outputAsDelta());
        forms.addAll(new ErrorForms(scene, error).all());
        forms.addAll(new BatchSoftmax(scene).forms());
        return forms;
    }

    /** {@code y - t}, where that is not right. */
    private List<Form> errorAsDelta() {
        if (!scene.network.loss().cancels()) {
            Cause cause = causes.otherLoss(
                    "the output's delta is y - t, as for a cross-entropy: the derivative of %s is missing"
                            .formatted(scene.f(l).id()),
                    "y - t");
            return List.of(Form.wrong(cause, 1, error));
        }
        boolean addUp =
                Arrays.stream(scene.t()).allMatch(t -> Math.abs(Arrays.stream(t).sum() - 1) < 1e-9);
        return scene.entrywise(l) || addUp ? List.of() : List.of(Form.wrong(causes.targetsDoNotAddUp(), 0.8, error));
    }

    private List<Form> otherLosses() {
        return Definitions.all(Loss.class).stream()
                .filter(loss -> !loss.equals(scene.network.loss()))
                .map(this::otherLoss)
                .toList();
    }

    private Form otherLoss(Loss loss) {
        double[][] delta = new double[scene.n][];
        Arrays.setAll(delta, s -> ((Plain)
                        loss.delta(scene.f(l), Plain.of(scene.z(l)[s]), Plain.of(scene.y()[s]), Plain.of(scene.t()[s]))
                                .times(scene.factor))
                .values());
        Cause cause = causes.otherLoss(
                "the output's delta is that of %s, the loss is %s"
                        .formatted(loss.id(), scene.network.loss().id()),
                "dL/dz of " + loss.id());
        return Form.wrong(cause, 1.2, delta);
    }

    /** {@code dL/dy} times a wrong derivative. Where the right one cancels, it can still be taken, and wrongly. */
    private List<Form> throughTheOutput() {
        List<Form> factors = factors(scene.lossSlope());
        return factors.isEmpty() ? factors : wrongFactors(factors, 0, causes.diagonalOnly());
    }

    /** {@code y - t} times a derivative: a wrong one, and the right one, which is right for a squared error. */
    private List<Form> asOfSquaredError() {
        List<Form> factors = factors(error);
        if (factors.isEmpty()) {
            return factors;
        }
        Cause cause =
                causes.otherLoss("the output's delta is that of a squared error", "(y - t) * f'(z%d)".formatted(l + 1));
        Cause ofSigmoids =
                causes.otherLoss("the output's delta is that of a squared error on sigmoids", "(y - t) * y (1 - y)");
        var forms = new ArrayList<>(wrongFactors(factors, 0.2, ofSigmoids));
        forms.add(Form.wrong(cause, 1.1, factors.get(0).value()));
        return forms;
    }

    /** The right form first; empty where an entry of the slope is infinite. */
    private List<Form> factors(double[][] slope) {
        boolean finite = Arrays.stream(slope).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
        return finite ? deltas.of(slope) : List.of();
    }

    /** @param diagonal what it is where softmax's derivative is taken as sigmoid's */
    private List<Form> wrongFactors(List<Form> factors, double more, Cause diagonal) {
        return factors.subList(1, factors.size()).stream()
                .map(form -> {
                    Cause cause = form.cause().orElseThrow();
                    return Form.wrong(isDiagonal(cause) ? diagonal : cause, form.cost() + more, form.value());
                })
                .toList();
    }

    /** Sigmoid's derivative is the diagonal of softmax's. */
    private boolean isDiagonal(Cause cause) {
        return !scene.entrywise(l)
                && cause.mistake().equals("derivative-of-other-activation")
                && cause.computes().contains("sigmoid");
    }

    private Form outputAsDelta() {
        Cause cause = causes.delta("output-as-delta", "the output stands in the place of its error", "y");
        return Form.wrong(cause, 2, scaled(scene.y(), scene.factor));
    }
}
