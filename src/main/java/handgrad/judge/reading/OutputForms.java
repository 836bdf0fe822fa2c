package handgrad.judge.reading;

import static handgrad.judge.reading.Matrices.mapped;
import static handgrad.judge.reading.Matrices.scaled;
import static handgrad.judge.reading.Matrices.with;

import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.number.Plain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The forms that people give {@code dL/dz} of the output. */
final class OutputForms {
    private final Scene scene;
    private final int l;

    OutputForms(Scene scene) {
        this.scene = scene;
        this.l = scene.last;
    }

    private String right() {
        return scene.network.loss().cancels()
                ? "delta%d = y - t, as f' cancels".formatted(l + 1)
                : "delta%d = dL/dy * f'(z%d)".formatted(l + 1, l + 1);
    }

    private Cause cause(String mistake, Step step, String sentence, String computes) {
        return new Cause(
                mistake, step, l, Optional.empty(), sentence, "delta%d = %s".formatted(l + 1, computes), right());
    }

    List<Form> all() {
        var forms = new ArrayList<Form>();
        forms.add(Form.right(scene.outputDelta()));
        double[][] error = scaled(with(scene.y(), scene.t(), (y, t) -> y - t), scene.factor);
        boolean cancels = scene.network.loss().cancels();
        boolean addUp =
                Arrays.stream(scene.t()).allMatch(t -> Math.abs(Arrays.stream(t).sum() - 1) < 1e-9);
        if (cancels && !scene.entrywise(l) && !addUp) {
            forms.add(Form.wrong(targets(), 0.8, error));
        } else if (!cancels) {
            forms.add(Form.wrong(
                    cause(
                            "output-delta-of-other-loss",
                            Step.OUTPUT_DELTA,
                            "the output's delta is y - t, as for a cross-entropy: the derivative of %s is missing"
                                    .formatted(scene.f(l).id()),
                            "y - t"),
                    1,
                    error));
        }
        addOtherLosses(forms);
        addFactors(forms, scene.lossSlope(), 0);
        addFactors(forms, error, 0.2);
        forms.add(Form.wrong(
                cause("output-as-delta", Step.OUTPUT_DELTA, "the output stands in the place of its error", "y"),
                2,
                scaled(scene.y(), scene.factor)));
        addPartsOf(forms, error);
        forms.addAll(softmaxOverTheBatch());
        return forms;
    }

    /** Of some outputs only, of the error's size, or of another number. */
    private void addPartsOf(List<Form> forms, double[][] error) {
        double[][] right = scene.outputDelta();
        String delta = "delta" + (l + 1);
        forms.add(Form.wrong(
                cause(
                        "right-class-missing",
                        Step.OUTPUT_DELTA,
                        "the outputs whose target is not 0 have no delta",
                        delta + " where t = 0, else 0"),
                1.6,
                with(right, scene.t(), (d, t) -> t == 0 ? d : 0)));
        forms.add(Form.wrong(
                cause(
                        "right-class-only",
                        Step.OUTPUT_DELTA,
                        "only the outputs whose target is not 0 have a delta",
                        delta + " where t is not 0, else 0"),
                1.6,
                with(right, scene.t(), (d, t) -> t == 0 ? 0 : d)));
        double[][] slope = scene.lossSlope();
        String[] names = {"squared-error-as-error", "size-of-error-as-error"};
        String[] words = {"the square of the error stands in the place of the error", "the error has lost its sign"};
        String[] formulas = {"(y - t)^2 * f'", "|y - t| * f'"};
        for (int k = 0; k < names.length; k++) {
            int which = k;
            double[][] changed = mapped(error, e -> which == 0 ? e * e / scene.factor : Math.abs(e));
            forms.add(Form.wrong(
                    cause(names[k], Step.OUTPUT_DELTA, words[k], formulas[k]),
                    1.8,
                    Scene.timesSlope(scene.f(l), changed, scene.z(l), scene.y())));
            forms.add(Form.wrong(
                    cause(names[k], Step.OUTPUT_DELTA, words[k] + ", without f'", formulas[k].replace(" * f'", "")),
                    1.9,
                    changed));
        }
        double[] mean = Matrices.columnSums(scaled(slope, 1.0 / scene.n));
        double[][] same = new double[scene.n][];
        Arrays.fill(same, mean);
        forms.add(Form.wrong(
                cause(
                        "mean-error-for-every-sample",
                        Step.OUTPUT_DELTA,
                        "every sample gets the mean of all samples' errors",
                        "mean(dL/dy) * f'(z%d)".formatted(l + 1)),
                1.7,
                Scene.timesSlope(scene.f(l), same, scene.z(l), scene.y())));
    }

    /** The right derivative cancels; whoever takes it through y can take it wrongly. */
    private void addFactors(List<Form> forms, double[][] slope, double more) {
        boolean finite = Arrays.stream(slope).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite);
        if (!finite) {
            return;
        }
        List<Form> factors = new DeltaForms(scene, l).of(slope);
        for (Form form : factors.subList(1, factors.size())) {
            Cause cause = form.cause().orElseThrow();
            boolean diagonal = !scene.entrywise(l)
                    && cause.mistake().equals("derivative-of-other-activation")
                    && cause.computes().contains("sigmoid");
            forms.add(Form.wrong(diagonal ? diagonal() : cause, form.cost() + more, form.value()));
        }
        if (more > 0) {
            forms.add(Form.wrong(
                    cause(
                            "output-delta-of-other-loss",
                            Step.OUTPUT_DELTA,
                            "the output's delta is that of a squared error",
                            "(y - t) * f'(z%d)".formatted(l + 1)),
                    1.1,
                    factors.get(0).value()));
        }
    }

    private Cause diagonal() {
        return cause(
                "softmax-diagonal-only",
                Step.DERIVATIVE,
                "softmax is differentiated as if each output depended on its own z alone",
                "dL/dy * y (1 - y)");
    }

    private Cause targets() {
        return cause(
                "targets-do-not-add-up-to-one",
                Step.TARGETS,
                "y - t is right where the targets of a sample add up to 1; here they do not",
                "y - t");
    }

    private void addOtherLosses(List<Form> forms) {
        for (Loss loss : Definitions.all(Loss.class)) {
            if (loss.equals(scene.network.loss())) {
                continue;
            }
            double[][] delta = new double[scene.n][];
            Arrays.setAll(delta, s -> ((Plain) loss.delta(
                                    scene.f(l), Plain.of(scene.z(l)[s]), Plain.of(scene.y()[s]), Plain.of(scene.t()[s]))
                            .times(scene.factor))
                    .values());
            forms.add(Form.wrong(
                    cause(
                            "output-delta-of-other-loss",
                            Step.OUTPUT_DELTA,
                            "the output's delta is that of %s, the loss is %s"
                                    .formatted(loss.id(), scene.network.loss().id()),
                            "dL/dz of " + loss.id()),
                    1.2,
                    delta));
        }
    }

    /** {@code y_sk = e^z_sk / sum_s e^z_sk}, and the right delta for that. */
    private List<Form> softmaxOverTheBatch() {
        if (scene.entrywise(l) || scene.n < 2 || !scene.network.loss().cancels()) {
            return List.of();
        }
        double[][] z = scene.z(l);
        double[][] whole = new double[scene.n][scene.nOut(l)];
        double[][] difference = new double[scene.n][scene.nOut(l)];
        for (int k = 0; k < scene.nOut(l); k++) {
            double largest = Double.NEGATIVE_INFINITY;
            double targets = 0;
            for (int s = 0; s < scene.n; s++) {
                largest = Math.max(largest, z[s][k]);
                targets += scene.t()[s][k];
            }
            double sum = 0;
            for (int s = 0; s < scene.n; s++) {
                sum += Math.exp(z[s][k] - largest);
            }
            for (int s = 0; s < scene.n; s++) {
                double y = Math.exp(z[s][k] - largest) / sum;
                whole[s][k] = scene.factor * (y * targets - scene.t()[s][k]);
                difference[s][k] = scene.factor * (y - scene.t()[s][k]);
            }
        }
        var cause = new Cause(
                "softmax-over-the-batch",
                Step.FORWARD,
                l,
                Optional.empty(),
                "softmax is taken down the batch, over the samples, where it is taken over the outputs",
                "y = exp(z) / sum over the samples of exp(z)",
                "y = exp(z) / sum over the outputs of exp(z)");
        return List.of(Form.wrong(cause, 1.5, whole), Form.wrong(cause, 1.5, difference));
    }
}
