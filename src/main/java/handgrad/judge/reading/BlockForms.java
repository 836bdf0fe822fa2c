package handgrad.judge.reading;

import static handgrad.judge.reading.Matrices.columnSums;
import static handgrad.judge.reading.Matrices.filled;
import static handgrad.judge.reading.Matrices.flat;
import static handgrad.judge.reading.Matrices.mapped;
import static handgrad.judge.reading.Matrices.rowSums;
import static handgrad.judge.reading.Matrices.transposed;
import static handgrad.judge.reading.Matrices.transposedTimes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What people make of a layer's delta: the other factor of the weights' gradient, and what the bias's adds up. */
final class BlockForms {
    private final Scene scene;
    private final int l;
    private final String delta;
    private final String input;

    BlockForms(Scene scene, int l) {
        this.scene = scene;
        this.l = l;
        this.delta = "delta" + (l + 1);
        this.input = l == 0 ? "x" : "a" + l;
    }

    private Cause weights(String mistake, Step step, String sentence, String computes) {
        return new Cause(
                mistake,
                step,
                l,
                Optional.of("weights"),
                sentence,
                "dL/dW%d = %s".formatted(l + 1, computes),
                "dL/dW%d = %s^T %s".formatted(l + 1, input, delta));
    }

    private Cause bias(String mistake, Step step, String sentence, String computes) {
        return new Cause(
                mistake,
                step,
                l,
                Optional.of("bias"),
                sentence,
                "dL/db%d = %s".formatted(l + 1, computes),
                "dL/db%d = sum over the samples of %s".formatted(l + 1, delta));
    }

    /** A form of a block: the numbers that it would have, for a delta. */
    record Made(Optional<Cause> cause, double cost, Function<double[][], double[]> of) {}

    /** The right form of the weights' gradient, row by row; then those with another factor. */
    List<Made> weightForms() {
        double[][] a = scene.input(l);
        var forms = new ArrayList<Made>();
        forms.add(new Made(Optional.empty(), 0, d -> flat(transposedTimes(a, d))));
        if (l > 0) {
            forms.add(product(
                    weights(
                            "pre-activation-as-input",
                            Step.INPUT,
                            "z%d stands where a%d belongs".formatted(l, l),
                            "z%d^T %s".formatted(l, delta)),
                    1,
                    scene.z(l - 1)));
        }
        forms.add(product(
                weights(
                        "input-missing",
                        Step.INPUT,
                        "the input %s is missing: every row is the sum of %s".formatted(input, delta),
                        "1^T " + delta),
                1.2,
                filled(scene.n, scene.nIn(l), 1)));
        addOtherInputs(forms);
        forms.add(new Made(
                Optional.of(weights(
                        "own-output-as-input",
                        Step.INPUT,
                        "the layer's own output stands in the place of its input, spread over the rows",
                        "sum over the samples of a%d * %s".formatted(l + 1, delta))),
                1.8,
                d -> spread(columnSums(Matrices.times(scene.a(l), d)))));
        forms.add(new Made(
                Optional.of(weights(
                        "weight-as-input",
                        Step.INPUT,
                        "the weight itself stands in the place of the input",
                        "W%d * sum of %s".formatted(l + 1, delta))),
                2,
                this::weightTimesSum));
        addDots(forms);
        addLayouts(forms);
        addSingleSamples(forms);
        return forms;
    }

    private static Made product(Cause cause, double cost, double[][] factor) {
        return new Made(Optional.of(cause), cost, d -> flat(transposedTimes(factor, d)));
    }

    private double[] spread(double[] row) {
        double[][] rows = new double[scene.nIn(l)][];
        Arrays.fill(rows, row);
        return flat(rows);
    }

    private double[] weightTimesSum(double[][] d) {
        double[] sums = columnSums(d);
        double[][] w = scene.w(l);
        return flat(IntStream.range(0, w.length)
                .mapToObj(i -> IntStream.range(0, sums.length)
                        .mapToDouble(j -> w[i][j] * sums[j])
                        .toArray())
                .toArray(double[][]::new));
    }

    private void addOtherInputs(List<Made> forms) {
        for (int other = -1; other < scene.network.depth(); other++) {
            double[][] a = other < 0 ? scene.samples.x() : scene.a(other);
            if (other == l - 1 || a[0].length != scene.nIn(l)) {
                continue;
            }
            String name = other < 0 ? "x" : "a" + (other + 1);
            boolean own = other == l;
            forms.add(product(
                    weights(
                            own ? "own-output-as-input" : "other-layer-as-input",
                            Step.INPUT,
                            "%s stands where %s belongs%s"
                                    .formatted(name, input, own ? ": the layer's own output for its input" : ""),
                            "%s^T %s".formatted(name, delta)),
                    1.4,
                    a));
        }
    }

    private void addDots(List<Made> forms) {
        double[][] a = scene.input(l);
        if (scene.nIn(l) == scene.nOut(l)) {
            addDot(forms, input, a, "where their outer product belongs");
        }
        addDot(
                forms,
                "a" + (l + 1),
                scene.a(l),
                "where the outer product of %s and %s belongs".formatted(input, delta));
        addDot(
                forms,
                "z" + (l + 1),
                scene.z(l),
                "where the outer product of %s and %s belongs".formatted(input, delta));
        if (scene.n > 1) {
            forms.add(new Made(
                    Optional.of(weights(
                            "sums-multiplied",
                            Step.REDUCTION,
                            "%s and %s are added up over the samples first and multiplied then".formatted(input, delta),
                            "(sum of %s)^T (sum of %s)".formatted(input, delta))),
                    1.6,
                    d -> flat(transposedTimes(new double[][] {columnSums(a)}, new double[][] {columnSums(d)}))));
        }
        forms.add(new Made(
                Optional.of(weights(
                        "input-summed",
                        Step.INPUT,
                        "the sum of %s stands in the place of each of its entries".formatted(input),
                        "(sum of %s)^T %s".formatted(input, delta))),
                1.8,
                d -> {
                    double[] sums = rowSums(a);
                    double[][] same = new double[scene.n][];
                    Arrays.setAll(same, s -> IntStream.range(0, scene.nIn(l))
                            .mapToDouble(i -> sums[s])
                            .toArray());
                    return flat(transposedTimes(same, d));
                }));
    }

    private void addDot(List<Made> forms, String name, double[][] factor, String where) {
        forms.add(new Made(
                Optional.of(weights(
                        "dot-instead-of-outer",
                        Step.INPUT,
                        "every entry is the same number, the dot product of %s and %s, %s"
                                .formatted(name, delta, where),
                        "%s . %s in every entry".formatted(name, delta))),
                1.6,
                d -> flat(filled(scene.nIn(l), scene.nOut(l), Matrices.dot(flat(factor), flat(d))))));
    }

    private void addLayouts(List<Made> forms) {
        int rows = scene.nIn(l);
        int columns = scene.nOut(l);
        if (rows < 2 || columns < 2) {
            return;
        }
        double[][] a = scene.input(l);
        boolean square = rows == columns;
        Cause cause = weights(
                "transposed-weights",
                Step.LAYOUT,
                square ? "the gradient is transposed" : "the entries stand in the order of the transposed matrix",
                square
                        ? "(%s^T %s)^T".formatted(input, delta)
                        : "%s^T %s, read in the other order".formatted(input, delta));
        forms.add(new Made(Optional.of(cause), 1, d -> flat(Matrices.transposed(transposedTimes(a, d)))));
        if (!square) {
            forms.add(new Made(
                    Optional.of(cause),
                    1.2,
                    d -> flat(transposed(
                            Matrices.shaped(flat(transposedTimes(a, d)), /* rows= */ columns, /* columns= */ rows)))));
        }
    }

    private void addSingleSamples(List<Made> forms) {
        for (boolean lastOne : List.of(true, false)) {
            if (scene.n > 1) {
                int only = lastOne ? scene.n - 1 : 0;
                forms.add(new Made(
                        Optional.of(weights(
                                lastOne ? "last-sample-only" : "first-sample-only",
                                Step.REDUCTION,
                                "only the %s sample of the batch counts".formatted(lastOne ? "last" : "first"),
                                "%s^T %s of one sample".formatted(input, delta))),
                        1.5,
                        d -> flat(transposedTimes(new double[][] {scene.input(l)[only]}, new double[][] {d[only]}))));
            }
        }
    }

    /** The right form of the bias's gradient, then those that add up something else. */
    List<Made> biasForms(double[][] claimedWeights) {
        int width = scene.nOut(l);
        var forms = new ArrayList<Made>();
        forms.add(new Made(Optional.empty(), 0, Matrices::columnSums));
        forms.add(new Made(
                Optional.of(bias(
                        "bias-summed-over-neurons",
                        Step.REDUCTION,
                        "one number, the sum of %s over samples and neurons, stands in every entry".formatted(delta),
                        "the sum of all of " + delta)),
                1.2,
                d -> filled(1, width, Arrays.stream(flat(d)).sum())[0]));
        if (scene.n > 1) {
            forms.add(new Made(
                    Optional.of(bias(
                            "bias-mean-over-all",
                            Step.REDUCTION,
                            "one number, the mean of %s over samples and neurons, stands in every entry"
                                    .formatted(delta),
                            "the mean of all of " + delta)),
                    1.5,
                    d -> filled(1, width, Arrays.stream(flat(d)).average().orElseThrow())[0]));
        }
        if (scene.n == width && width > 1) {
            forms.add(new Made(
                    Optional.of(bias(
                            "bias-summed-along-wrong-axis",
                            Step.REDUCTION,
                            "%s is added up over the neurons of each sample, where it is added up over the samples"
                                    .formatted(delta),
                            "the sum over the neurons of " + delta)),
                    1.2,
                    Matrices::rowSums));
        }
        addBiasesFromElsewhere(forms, claimedWeights);
        for (boolean lastOne : List.of(true, false)) {
            if (scene.n > 1) {
                int only = lastOne ? scene.n - 1 : 0;
                forms.add(new Made(
                        Optional.of(bias(
                                lastOne ? "last-sample-only" : "first-sample-only",
                                Step.REDUCTION,
                                "only the %s sample of the batch counts".formatted(lastOne ? "last" : "first"),
                                "%s of one sample".formatted(delta))),
                        1.5,
                        d -> d[only].clone()));
            }
        }
        return forms;
    }

    private void addBiasesFromElsewhere(List<Made> forms, double[][] claimedWeights) {
        forms.add(new Made(
                Optional.of(bias(
                        "bias-as-its-gradient",
                        Step.REDUCTION,
                        "the bias itself stands in the place of its gradient",
                        "b" + (l + 1))),
                1.6,
                d -> scene.b(l)));
        forms.add(new Made(
                Optional.of(bias(
                        "bias-from-weight-gradient",
                        Step.REDUCTION,
                        "the gradient of the weights is added up, where delta is",
                        "the column sums of dL/dW%d".formatted(l + 1))),
                1.5,
                d -> columnSums(claimedWeights)));
        forms.add(new Made(
                Optional.of(bias(
                        "bias-from-weight-gradient",
                        Step.REDUCTION,
                        "the mean of the weights' gradient stands in the place of the bias's",
                        "the column means of dL/dW%d".formatted(l + 1))),
                1.8,
                d -> columnSums(mapped(claimedWeights, g -> g / claimedWeights.length))));
        forms.add(new Made(
                Optional.of(bias(
                        "bias-times-input",
                        Step.REDUCTION,
                        "%s is multiplied by the bias".formatted(delta),
                        "b%d * sum of %s".formatted(l + 1, delta))),
                1.9,
                d -> {
                    double[] sums = columnSums(d);
                    double[] b = scene.b(l);
                    Arrays.setAll(sums, j -> sums[j] * b[j]);
                    return sums;
                }));
    }

    /** A whole layer or one block times a constant. */
    Cause scaled(Optional<String> parameter, double factor, Optional<Scales.Known> known) {
        String times = Scales.written(factor);
        boolean ofBias = parameter.equals(Optional.of("bias"));
        String mistake = known.map(Scales.Known::mistake).orElse("wrong-scale");
        if (ofBias && scene.n > 1 && Math.abs(factor * scene.n - 1) < 1e-6) {
            mistake = "bias-gradient-averaged";
        } else if (ofBias && Math.abs(factor - scene.n) < 1e-6 && scene.factor != 1) {
            mistake = "bias-gradient-summed";
        }
        return new Cause(
                mistake,
                Step.SCALE,
                l,
                parameter,
                "the gradient is %s times the right one%s"
                        .formatted(
                                times,
                                known.map(Scales.Known::words)
                                        .map(words -> words.equals(times) ? "" : " (%s)".formatted(words))
                                        .orElse("")),
                formula(parameter, times + " "),
                formula(parameter, ""));
    }

    private String formula(Optional<String> parameter, String times) {
        String ofWeights = "dL/dW%d = %s%s^T %s".formatted(l + 1, times, input, delta);
        String ofBias = "dL/db%d = %ssum over the samples of %s".formatted(l + 1, times, delta);
        return parameter.map(name -> name.equals("bias") ? ofBias : ofWeights).orElse(ofWeights + ", " + ofBias);
    }

    Cause missing(String parameter) {
        boolean ofBias = parameter.equals("bias");
        return ofBias
                ? bias("bias-gradient-missing", Step.MISSING, "the gradient of the bias is zero", "0")
                : weights("layer-gradient-missing", Step.MISSING, "the gradient of the weights is zero", "0");
    }

    /** @param signs of the parameters, as of an L1 penalty */
    Cause decayed(String parameter, double lambda, boolean signs) {
        String sentence = "%s times the %s%s is added, the gradient of a penalty that the loss does not have"
                .formatted(Scales.number(lambda), signs ? "signs of the " : "", parameter);
        String theta = (parameter.equals("bias") ? "b" : "W") + (l + 1);
        return afterwards(
                "weight-decay-added",
                parameter,
                sentence,
                "%s + %s %s".formatted("%s", Scales.number(lambda), signs ? "sign(%s)".formatted(theta) : theta));
    }

    Cause clipped(String parameter, double c) {
        return afterwards(
                "clipped-by-value",
                parameter,
                "the entries of the gradient are clipped at %s".formatted(Scales.number(c)),
                "clip(%s, -%s, %s)".formatted("%s", Scales.number(c), Scales.number(c)));
    }

    private Cause afterwards(String mistake, String parameter, String sentence, String done) {
        return parameter.equals("bias")
                ? bias(mistake, Step.AFTERWARDS, sentence, done.formatted("sum of " + delta))
                : weights(mistake, Step.AFTERWARDS, sentence, done.formatted("%s^T %s".formatted(input, delta)));
    }
}
