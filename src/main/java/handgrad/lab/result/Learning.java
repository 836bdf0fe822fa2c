package handgrad.lab.result;

import handgrad.Named;
import handgrad.engine.Batch;
import handgrad.input.data.Answers;
import handgrad.train.Observation;
import handgrad.train.Outcome;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether the network has learned its training set. It says nothing of whether gradients are right: a wrong one may learn, and
 * a right one may not.
 *
 * <p>The engine that the run is about decides, by its skill: what it has gained on the best answer that is the same for every
 * sample. Of values that is R². Of classes it is {@code (accuracy - s) / (1 - s)}, where s is the share of the most frequent
 * class; where all samples have one class, it is the share of the first loss that is gone.
 */
public enum Learning implements Named {
    /** The skill on the training set is at least {@value #ENOUGH}. */
    LEARNED,
    /** Not learned, but the loss fell by more than {@value #HARDLY} of itself in the second half of the steps. */
    STILL_FALLING,
    /** Not learned, and the loss does not fall any more. */
    STUCK,
    /** The loss is not finite, or not learned and the loss more than {@value #GROWTH} times as large as at the start. */
    DIVERGED;

    /** The least skill of a network that has learned. */
    public static final double ENOUGH = 0.8;

    /** The share of the loss by which one that still falls has fallen in the second half. */
    public static final double HARDLY = 0.01;

    private static final double GROWTH = 2;

    static Learning of(Run run) {
        double loss = run.shown().loss();
        Outcome outcome = run.training().outcome();
        boolean lost = outcome.ending() == Outcome.Ending.NOT_FINITE
                && outcome.engines().contains(run.shown().engine());
        if (lost || !Double.isFinite(loss)) {
            return DIVERGED;
        }
        if (skill(run) >= ENOUGH) {
            return LEARNED;
        }
        if (loss > GROWTH * run.lossAtStart()) {
            return DIVERGED;
        }
        return loss < (1 - HARDLY) * lossHalfway(run) ? STILL_FALLING : STUCK;
    }

    private static double skill(Run run) {
        double score = run.shown().trainScore();
        return switch (run.split().task().kind()) {
            case REGRESSION -> score;
            case CLASSIFICATION -> {
                double constant = constant(run.split().train());
                yield constant < 1
                        ? (score - constant) / (1 - constant)
                        : 1 - run.shown().loss() / run.lossAtStart();
            }
        };
    }

    /** The accuracy of the best answer that is the same for every sample. */
    private static double constant(Batch samples) {
        List<Integer> classes = Answers.of(samples.y()).classes();
        long most = classes.stream().collect(Collectors.groupingBy(one -> one, Collectors.counting())).values().stream()
                .max(Long::compare)
                .orElseThrow();
        return (double) most / classes.size();
    }

    private static double lossHalfway(Run run) {
        List<Observation> seen = run.training().observations();
        return seen.stream()
                .filter(each -> each.step() <= run.training().steps() / 2)
                .reduce((first, second) -> second)
                .map(run::loss)
                .orElseThrow();
    }
}
