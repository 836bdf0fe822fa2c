package handgrad.judge.accumulation;

import handgrad.judge.accumulation.FreeFit.Ratio;
import handgrad.judge.reading.Cause;
import handgrad.judge.reading.Step;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Weights without a name of each of several answers. */
record FreeFits(List<FreeFit> fits) {
    /** Of two micro-batches the weights always have one factor. */
    private static final int RUNNING = 3;

    /** Empty where one of the answers has none, and where all micro-batches have the same: that is no matter of adding up. */
    static Optional<FreeFits> of(List<Given> answers) {
        var fits = new ArrayList<FreeFit>();
        for (Given given : answers) {
            FreeFit.of(given).ifPresent(fits::add);
        }
        boolean uniform = fits.stream().allMatch(FreeFit::isUniform);
        return fits.size() < answers.size() || uniform ? Optional.empty() : Optional.of(new FreeFits(fits));
    }

    FreeFit of(int answer) {
        return fits.get(answer);
    }

    /** What can be said of them. */
    Cause cause(FreeFit shown, Scale right) {
        Optional<Double> running = runningMean(shown);
        return new Cause(
                running.isPresent() ? "running-mean" : "micro-batches-weighted",
                Step.REDUCTION,
                shown.given().network().depth() - 1,
                Optional.empty(),
                running.map("in a running mean each micro-batch counts %s times as much as the one before"::formatted)
                        .orElse("the micro-batches have weights of their own, those of the table"),
                "dL/dtheta = sum_k c_k G_k",
                "dL/dtheta = sum_k %s G_k".formatted(right.formula()));
    }

    /** The factor from one micro-batch's mean, or from its sum, to the next one's. */
    private static Optional<Double> runningMean(FreeFit shown) {
        List<Integer> sizes = shown.given().split().sizes();
        return sizes.size() < RUNNING
                ? Optional.empty()
                : shown.ratio(sizes::get)
                        .or(() -> shown.ratio(k -> 1))
                        .map(Ratio::value)
                        .map(ratio ->
                                new BigDecimal(ratio).round(new MathContext(6)).doubleValue());
    }
}
