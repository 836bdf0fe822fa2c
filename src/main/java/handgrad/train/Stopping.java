package handgrad.train;

import handgrad.InputException;
import java.util.OptionalDouble;

/**
 * What ends a run before its last epoch. The first engine decides.
 *
 * @param loss after an epoch: the loss of the whole training set is below this
 * @param step after a step: no parameter has moved by as much as this
 */
public record Stopping(OptionalDouble loss, OptionalDouble step) {
    /** @throws InputException if a threshold is not a finite number above 0 */
    public Stopping {
        check("--stop-loss", loss);
        check("--stop-step", step);
    }

    private static void check(String option, OptionalDouble threshold) {
        double value = threshold.orElse(1);
        if (!(value > 0 && Double.isFinite(value))) {
            throw new InputException("%s %s: expected a finite number above 0".formatted(option, value));
        }
    }

    /** All epochs are trained. */
    public static Stopping never() {
        return new Stopping(OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** Below a loss. */
    public static Stopping belowLoss(double threshold) {
        return new Stopping(OptionalDouble.of(threshold), OptionalDouble.empty());
    }

    /** At a step smaller than epsilon. */
    public static Stopping belowStep(double epsilon) {
        return new Stopping(OptionalDouble.empty(), OptionalDouble.of(epsilon));
    }
}
