package handgrad.train;

import handgrad.engine.Engine;
import handgrad.engine.Parameters;
import java.util.Optional;

/** Watches one pair of engines, and keeps them together where the mode asks for it. */
final class Pacer {
    private final Engine first;
    private final Engine other;
    private final Mode mode;
    private final double tolerance;
    private final Gauge gauge;
    private Optional<Long> firstStep = Optional.empty();
    private Optional<Parameters> where = Optional.empty();
    private double largest;
    private long largestStep;

    Pacer(Engine first, Engine other, Settings settings) {
        this.first = first;
        this.other = other;
        this.mode = settings.mode();
        this.tolerance = settings.tolerance();
        this.gauge = new Gauge(first.parameters(), other.parameters());
    }

    /** To be told after each step. */
    void stepped(long step) {
        double distance = gauge.maxRelative();
        if (firstStep.isEmpty() && !(distance <= tolerance)) {
            firstStep = Optional.of(step);
            where = Optional.of(first.parameters().copy());
        }
        if (!(distance <= largest)) {
            largest = distance;
            largestStep = step;
        }
        switch (mode) {
            case FREE_RUNNING -> {}
            case RE_SYNCED -> other.setParameters(first.parameters());
        }
    }

    TrainingRecord.Divergence divergence() {
        return new TrainingRecord.Divergence(other.name(), firstStep, where, largest, largestStep);
    }
}
