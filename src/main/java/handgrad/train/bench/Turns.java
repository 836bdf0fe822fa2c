package handgrad.train.bench;

/** The turns of one subject or peer on one workload. */
final class Turns {
    private final Turn turn;
    private final long nanosATurn;
    private final double[] micros;
    private final long[] steps;

    /** @param plan says how long a turn is, and how many count */
    Turns(Turn turn, Plan plan) {
        this.turn = turn;
        this.nanosATurn = plan.turn().toNanos();
        this.micros = new double[plan.rounds()];
        this.steps = new long[plan.rounds()];
    }

    /** @param counted the place of this turn among those that count, from 0; below 0 it only warms up */
    void take(int counted) {
        Turn.Spell spell = turn.take(nanosATurn);
        if (counted >= 0) {
            micros[counted] = spell.nanos() / 1000.0;
            steps[counted] = spell.steps();
        }
    }

    /** Of a step, over the turns that counted. */
    Timing timing() {
        return Timing.of(micros, steps);
    }
}
