package handgrad.judge.accumulation;

import handgrad.network.MicroBatches;
import handgrad.network.Reduction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the sum over a micro-batch is multiplied by: {@code c_k} as a formula in its samples {@code n_k}, those of the batch {@code n}, and
 * the number of micro-batches {@code K}.
 *
 * @param mistake its name; empty where it is right
 * @param sentence what it is
 */
record Scale(Optional<String> mistake, String sentence, String formula, Weight weight) {
    /** {@code c_k}. */
    @FunctionalInterface
    interface Weight {
        /**
         * The factor of micro-batch k.
         *
         * @param k from 0
         */
        double of(int k, MicroBatches split);
    }

    private static Scale right(String formula, Weight weight) {
        return new Scale(Optional.empty(), "", formula, weight);
    }

    private static Scale wrong(String mistake, String sentence, String formula, Weight weight) {
        return new Scale(Optional.of(mistake), sentence, formula, weight);
    }

    /** All that are known, the right one first. */
    static List<Scale> of(Reduction reduction) {
        var all = new ArrayList<>(reduction == Reduction.MEAN ? ofMean() : ofSum());
        all.addAll(ofBoth());
        return all;
    }

    private static List<Scale> ofMean() {
        return List.of(
                right("1/n", (k, split) -> 1.0 / split.n()),
                wrong(
                        "sum-instead-of-mean",
                        "the sum over the samples is not divided by their number",
                        "1",
                        (k, split) -> 1),
                wrong(
                        "scaled-by-micro-batches",
                        "the mean over the samples is taken times the number of micro-batches",
                        "K/n",
                        (k, split) -> (double) split.count() / split.n()));
    }

    private static List<Scale> ofSum() {
        return List.of(
                right("1", (k, split) -> 1),
                wrong(
                        "mean-instead-of-sum",
                        "the sum over the samples is divided by their number",
                        "1/n",
                        (k, split) -> 1.0 / split.n()),
                wrong(
                        "scaled-by-micro-batches",
                        "the sum over the samples is taken times the number of micro-batches",
                        "K",
                        (k, split) -> split.count()));
    }

    private static List<Scale> ofBoth() {
        return List.of(
                wrong(
                        "mean-of-means",
                        "the mean of the micro-batches' means is taken, in which a sample of a small micro-batch counts more than"
                                + " one of a large one",
                        "1/(K n_k)",
                        (k, split) -> 1.0 / split.count() / split.sizes().get(k)),
                wrong(
                        "sum-of-means",
                        "the means of the micro-batches are added up",
                        "1/n_k",
                        (k, split) -> 1.0 / split.sizes().get(k)),
                wrong(
                        "averaged-twice",
                        "it is divided by the number of samples, and by the number of micro-batches too",
                        "1/(n K)",
                        (k, split) -> 1.0 / split.n() / split.count()),
                wrong(
                        "averaged-twice",
                        "each micro-batch is divided by its own samples, and their sum by all samples too",
                        "1/(n n_k)",
                        (k, split) -> 1.0 / split.n() / split.sizes().get(k)),
                wrong(
                        "averaged-twice",
                        "it is divided by the number of samples twice",
                        "1/n^2",
                        (k, split) -> 1.0 / split.n() / split.n()),
                wrong(
                        "averaged-twice",
                        "the means of the micro-batches are divided by the number of micro-batches twice",
                        "1/(K^2 n_k)",
                        (k, split) -> 1.0
                                / split.count()
                                / split.count()
                                / split.sizes().get(k)),
                wrong(
                        "divided-by-micro-batches",
                        "the sum over the samples is divided by the number of micro-batches",
                        "1/K",
                        (k, split) -> 1.0 / split.count()),
                wrong(
                        "divided-by-last-size",
                        "the sum over all samples is divided by the samples of the last micro-batch",
                        "1/n_K",
                        (k, split) -> 1.0 / split.sizes().get(split.count() - 1)),
                wrong(
                        "sums-weighted-by-size",
                        "the sums over the micro-batches are weighted with their share of the samples, which is for means",
                        "n_k/n",
                        (k, split) -> (double) split.sizes().get(k) / split.n()),
                wrong(
                        "size-counted-twice",
                        "each micro-batch, divided by all samples, is weighted with its share of the samples too",
                        "n_k/n^2",
                        (k, split) -> (double) split.sizes().get(k) / split.n() / split.n()),
                wrong(
                        "running-mean",
                        "each time the mean of the gradient so far and of the next micro-batch's is taken: the last counts half",
                        "1/(2^(K-k+1) n_k), of the first 1/(2^(K-1) n_1),",
                        (k, split) -> Math.scalb(1.0, Math.max(1, k) - split.count())
                                / split.sizes().get(k)),
                wrong(
                        "running-mean",
                        "each time the mean of the gradient so far, from zero on, and of the next micro-batch's is taken: the last"
                                + " counts half",
                        "1/(2^(K-k+1) n_k)",
                        (k, split) -> Math.scalb(1.0, k - split.count())
                                / split.sizes().get(k)));
    }
}
