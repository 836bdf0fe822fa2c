package handgrad.judge.reading;

import static handgrad.judge.reading.Matrices.mapped;

import handgrad.network.Reduction;
import handgrad.network.Samples;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The same forward pass with other targets, or with fewer samples than there are. */
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
        return Stream.concat(targets(), n <= FEW ? fewer() : Stream.of());
    }

    private Stream<OtherScene> targets() {
        String samples = "targets-of-other-samples";
        String outputs = "targets-of-other-outputs";
        int nOut = t[0].length;
        return Stream.of(
                        targets(samples, "the targets are shifted by one sample", rows(s -> (s + 1) % n)),
                        targets(samples, "the targets are shifted by one sample", rows(s -> (s + n - 1) % n)),
                        targets(samples, "the targets stand in the reverse order", rows(s -> n - 1 - s)),
                        targets(samples, "the target of the first sample stands for all", rows(s -> 0)),
                        targets(outputs, "the targets stand one output too early", columns(k -> (k + 1) % nOut)),
                        targets(outputs, "the targets stand one output too late", columns(k -> (k + nOut - 1) % nOut)),
                        targets("targets-swapped", "0 and 1 are swapped in the targets", mapped(t, x -> 1 - x)),
                        targets("targets-scaled", "the targets are -1 and 1, not 0 and 1", mapped(t, x -> 2 * x - 1)),
                        targets("targets-scaled", "the targets are 0 and 1, not -1 and 1", mapped(t, x -> (x + 1) / 2)),
                        targets("targets-missing", "the targets are all 0", mapped(t, x -> 0)),
                        targets("targets-missing", "the targets are all 1", mapped(t, x -> 1)))
                .flatMap(Optional::stream);
    }

    private double[][] rows(IntUnaryOperator from) {
        return IntStream.range(0, n).mapToObj(s -> t[from.applyAsInt(s)]).toArray(double[][]::new);
    }

    private double[][] columns(IntUnaryOperator from) {
        return Arrays.stream(t)
                .map(row -> IntStream.range(0, row.length)
                        .mapToDouble(k -> row[from.applyAsInt(k)])
                        .toArray())
                .toArray(double[][]::new);
    }

    private Optional<OtherScene> targets(String mistake, String sentence, double[][] other) {
        var cause = new Cause(
                mistake,
                Step.TARGETS,
                declared.last,
                Optional.empty(),
                sentence,
                "dL/dy with other targets",
                "dL/dy with the targets of the same sample");
        return Arrays.deepEquals(t, other)
                ? Optional.empty()
                : Optional.of(new OtherScene(cause, declared.on(new Samples(declared.samples.x(), other), n)));
    }

    /** Loops over the samples that end too early, or begin too late: the mean over these, or their sum divided by the number of all. */
    private Stream<OtherScene> fewer() {
        return IntStream.range(1, n).map(k -> n - k).boxed().flatMap(k -> Stream.of(part(k, 0, k), part(k, n - k, n))
                .flatMap(scenes -> scenes));
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
