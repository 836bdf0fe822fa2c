package handgrad.judge.reading;

import static handgrad.judge.reading.Matrices.mapped;

import handgrad.network.Reduction;
import handgrad.network.Samples;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The declared network with other targets, with inputs that are standardised, or on fewer samples than there are. */
final class OtherSamples {
    /** Of a larger batch not every part is tried. */
    private static final int FEW = 32;

    private final Scene declared;
    private final double[][] t;
    private final int n;

    OtherSamples(Scene declared) {
        this.declared = declared;
        this.t = declared.t();
        this.n = declared.n;
    }

    /** The likeliest first. */
    Stream<OtherScene> all() {
        return Stream.of(targets(), inputs(), n <= FEW ? fewer() : Stream.<OtherScene>of())
                .flatMap(scenes -> scenes);
    }

    private Stream<OtherScene> targets() {
        String samples = "targets-of-other-samples";
        String outputs = "targets-of-other-outputs";
        int nOut = t[0].length;
        return Stream.of(
                        targets(samples, "the targets are shifted by one sample", rows(t, s -> (s + 1) % n)),
                        targets(samples, "the targets are shifted by one sample", rows(t, s -> (s + n - 1) % n)),
                        targets(samples, "the targets stand in the reverse order", rows(t, s -> n - 1 - s)),
                        targets(samples, "the target of the first sample stands for all", rows(t, s -> 0)),
                        targets(outputs, "the targets stand one output too early", columns(k -> (k + 1) % nOut)),
                        targets(outputs, "the targets stand one output too late", columns(k -> (k + nOut - 1) % nOut)),
                        coded(0, 1, "targets-swapped", "0 and 1 are swapped in the targets", x -> 1 - x),
                        coded(0, 1, "targets-scaled", "the targets are -1 and 1, not 0 and 1", x -> 2 * x - 1),
                        coded(-1, 1, "targets-scaled", "the targets are 0 and 1, not -1 and 1", x -> (x + 1) / 2),
                        coded(0, 1, "targets-scaled", "the targets are 0.1 and 0.9, not 0 and 1", x -> 0.1 + 0.8 * x),
                        coded(
                                0,
                                1,
                                "targets-smoothed",
                                "the targets are smoothed by 0.1",
                                x -> 0.9 * x + 0.1 / Math.max(2, nOut)),
                        targets("targets-missing", "the targets are all 0", mapped(t, x -> 0)),
                        targets("targets-missing", "the targets are all 1", mapped(t, x -> 1)),
                        broadcast())
                .flatMap(Optional::stream);
    }

    /** {@code [n, 1]} minus {@code [n]} is {@code [n, n]}: its rows' means are what each output has minus the mean target. */
    private Optional<OtherScene> broadcast() {
        double mean = Matrices.columnSums(t)[0] / n;
        return t[0].length > 1
                ? Optional.empty()
                : targets(
                        "targets-broadcast",
                        "the mean target stands for each, as where targets of shape (n) are taken from outputs of shape (n, 1)",
                        mapped(t, x -> mean));
    }

    /** Targets of two values, in another code. */
    private Optional<OtherScene> coded(
            double low, double high, String mistake, String sentence, DoubleUnaryOperator code) {
        return Arrays.stream(t).flatMapToDouble(Arrays::stream).allMatch(x -> x == low || x == high)
                ? targets(mistake, sentence, mapped(t, code))
                : Optional.empty();
    }

    private static double[][] rows(double[][] matrix, IntUnaryOperator from) {
        double[][] rows = new double[matrix.length][];
        Arrays.setAll(rows, i -> matrix[from.applyAsInt(i)]);
        return rows;
    }

    private double[][] columns(IntUnaryOperator from) {
        return Matrices.transposed(rows(Matrices.transposed(t), from));
    }

    private Optional<OtherScene> targets(String mistake, String sentence, double[][] other) {
        var cause = new Cause(
                mistake,
                Step.TARGETS,
                declared.last,
                Optional.empty(),
                sentence,
                "dL/dy with other targets",
                "dL/dy with the given targets");
        return Arrays.deepEquals(t, other)
                ? Optional.empty()
                : Optional.of(new OtherScene(cause, declared.on(new Samples(declared.samples.x(), other), n)));
    }

    private Stream<OtherScene> inputs() {
        var cause = new Cause(
                "inputs-standardised",
                Step.FORWARD,
                0,
                Optional.empty(),
                "the inputs are standardised first, to mean 0 and deviation 1",
                "z1 = (x - mean) / deviation W1 + b1",
                "z1 = x W1 + b1");
        double[][] columns = Arrays.stream(Matrices.transposed(declared.samples.x()))
                .map(OtherSamples::standardised)
                .toArray(double[][]::new);
        var samples = new Samples(Matrices.transposed(columns), t);
        return n == 1 ? Stream.of() : Stream.of(new OtherScene(cause, declared.on(samples, n)));
    }

    /** By NumPy's {@code std}, divided by n; a column without any deviation is 0 then. */
    private static double[] standardised(double[] x) {
        double mean = Arrays.stream(x).average().orElseThrow();
        double variance = Arrays.stream(x)
                .map(one -> (one - mean) * (one - mean))
                .average()
                .orElseThrow();
        double deviation = variance == 0 ? 1 : Math.sqrt(variance);
        return Arrays.stream(x).map(one -> (one - mean) / deviation).toArray();
    }

    /** Loops over the samples that end too early, or begin too late: the mean over these, or their sum divided by the number of all. */
    private Stream<OtherScene> fewer() {
        return IntStream.range(1, n)
                .map(left -> n - left)
                .boxed()
                .flatMap(k -> Stream.concat(part(k, 0, k), part(k, n - k, n)));
    }

    private Stream<OtherScene> part(int k, int from, int to) {
        Cause cause = left(k, from == 0 ? "first" : "last", from == 0 ? "last" : "first");
        var part = new Samples(Arrays.copyOfRange(declared.samples.x(), from, to), Arrays.copyOfRange(t, from, to));
        var own = new OtherScene(cause, declared.on(part, k));
        return declared.network.reduction() == Reduction.MEAN
                ? Stream.of(own, new OtherScene(cause, declared.on(part, n)))
                : Stream.of(own);
    }

    private Cause left(int k, String kept, String other) {
        boolean one = k == 1;
        boolean allButOne = k == n - 1;
        String samples = one ? "the %s sample".formatted(kept) : "the %s %d samples".formatted(kept, k);
        return new Cause(
                allButOne ? "sample-left-out" : one ? kept + "-sample-only" : "samples-left-out",
                Step.REDUCTION,
                declared.last,
                Optional.empty(),
                allButOne
                        ? "the %s sample of the batch does not count".formatted(other)
                        : "only %s of %d %s".formatted(samples, n, one ? "counts" : "count"),
                "the sum over " + samples,
                "the sum over all samples");
    }
}
