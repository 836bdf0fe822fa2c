package handgrad.judge.reading;

import static handgrad.judge.reading.Matrices.mapped;
import static handgrad.judge.reading.Matrices.scaled;
import static handgrad.judge.reading.Matrices.with;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** The forms of the output's delta in which the error counts for some outputs only, or has been changed. */
final class ErrorForms {
    private final Scene scene;
    private final int l;
    private final OutputCauses causes;
    private final double[][] error;

    /** @param error {@code y - t}, with the factor of the reduction */
    ErrorForms(Scene scene, double[][] error) {
        this.scene = scene;
        this.l = scene.last;
        this.causes = new OutputCauses(scene);
        this.error = error;
    }

    List<Form> all() {
        var forms = new ArrayList<Form>();
        forms.add(rightClassMissing());
        forms.add(rightClassOnly());
        forms.addAll(squaredError());
        forms.addAll(sizeOfError());
        forms.add(meanError());
        forms.addAll(otherOutputs());
        forms.addAll(summedError());
        return forms;
    }

    private Form rightClassMissing() {
        Cause cause = causes.delta(
                "right-class-missing",
                "the outputs whose target is not 0 have no delta",
                "delta%d where t = 0, else 0".formatted(l + 1));
        return Form.wrong(cause, 1.6, with(scene.outputDelta(), scene.t(), (d, t) -> t == 0 ? d : 0));
    }

    private Form rightClassOnly() {
        Cause cause = causes.delta(
                "right-class-only",
                "only the outputs whose target is not 0 have a delta",
                "delta%d where t is not 0, else 0".formatted(l + 1));
        return Form.wrong(cause, 1.6, with(scene.outputDelta(), scene.t(), (d, t) -> t == 0 ? 0 : d));
    }

    private List<Form> squaredError() {
        return changed(
                "squared-error-as-error",
                "the square of the error stands in the place of the error",
                "(y - t)^2",
                e -> e * e / scene.factor);
    }

    private List<Form> sizeOfError() {
        return changed("size-of-error-as-error", "the error has lost its sign", "|y - t|", Math::abs);
    }

    /** The error of something else than the output: of z, of the class that is predicted. */
    private List<Form> otherOutputs() {
        String place = " stands in the place of the output in the error";
        // Of which t is subtracted once.
        double[][] added = with(scene.y(), scene.t(), (y, t) -> y + 2 * t);
        return Stream.of(
                        errors("pre-activation-as-output", "z" + place, "(z - t)", errorOf(scene.z(l))),
                        errors("targets-added", "y + t stands where y - t belongs", "(y + t)", errorOf(added)),
                        errors(
                                "prediction-as-output",
                                "the predicted class, 0 or 1," + place,
                                "(prediction - t)",
                                errorOf(predictions())))
                .flatMap(List::stream)
                .toList();
    }

    private double[][] errorOf(double[][] y) {
        return scaled(with(y, scene.t(), (one, t) -> one - t), scene.factor);
    }

    /** One where a single output is above a half, or is the largest of its sample. */
    private double[][] predictions() {
        return Arrays.stream(scene.y())
                .map(y -> {
                    double most = Arrays.stream(y).max().orElseThrow();
                    double threshold = y.length == 1 ? 0.5 : most;
                    return Arrays.stream(y).map(one -> one >= threshold ? 1 : 0).toArray();
                })
                .toArray(double[][]::new);
    }

    /** Whoever adds up the errors of a sample has one number for all of its outputs. */
    private List<Form> summedError() {
        int nOut = scene.nOut(l);
        return nOut == 1
                ? List.of()
                : errors(
                        "errors-of-outputs-summed",
                        "the sum of a sample's errors stands in the place of the error of each output",
                        "sum(y - t)",
                        Matrices.timesTransposed(error, Matrices.filled(nOut, nOut, 1)));
    }

    /** Each entry of the error changed. */
    private List<Form> changed(String mistake, String sentence, String formula, DoubleUnaryOperator change) {
        return errors(mistake, sentence, formula, mapped(error, change));
    }

    /** Another error: with f', and without. */
    private List<Form> errors(String mistake, String sentence, String formula, double[][] changed) {
        return List.of(
                Form.wrong(causes.delta(mistake, sentence, formula + " * f'"), 1.8, timesSlope(changed)),
                Form.wrong(causes.delta(mistake, sentence + ", with no f'", formula), 1.9, changed));
    }

    private Form meanError() {
        double[][] same = new double[scene.n][];
        Arrays.fill(same, Matrices.columnSums(scaled(scene.lossSlope(), 1.0 / scene.n)));
        Cause cause = causes.delta(
                "mean-error-for-every-sample",
                "every sample gets the mean of all samples' errors",
                "mean(dL/dy) * f'(z%d)".formatted(l + 1));
        return Form.wrong(cause, 1.7, timesSlope(same));
    }

    private double[][] timesSlope(double[][] slope) {
        return Scene.timesSlope(scene.f(l), slope, scene.z(l), scene.y());
    }
}
