package handgrad.train.bench;

/** One subject's turns on one workload. */
final class Turns {
    /** About so often in a turn the clock is looked at: the time that a look takes does not show beside that of the steps. */
    private static final int LOOKS = 10;

    private final Subject subject;
    private final Runnable step;
    private final long nanosATurn;
    private final double[] micros;
    private final long[] steps;
    private long unwatched = 1;

    /** @param plan says how long a turn is, and how many count */
    Turns(Subject subject, Workload workload, Plan plan) {
        this.subject = subject;
        this.step = subject.step(workload);
        this.nanosATurn = plan.turn().toNanos();
        this.micros = new double[plan.rounds()];
        this.steps = new long[plan.rounds()];
    }

    /** @param counted the place of this turn among those that count, from 0; below 0 it only warms up */
    void take(int counted) {
        long made = 0;
        long begin = System.nanoTime();
        long nanos;
        do {
            for (long i = 0; i < unwatched; i++) {
                step.run();
            }
            made += unwatched;
            nanos = System.nanoTime() - begin;
        } while (nanos < nanosATurn);
        if (counted >= 0) {
            micros[counted] = nanos / 1000.0;
            steps[counted] = made;
        }
        unwatched = Math.max(1, made / LOOKS);
    }

    Subject subject() {
        return subject;
    }

    /** Of a step, over the turns that counted. */
    Timing timing() {
        return Timing.of(micros, steps);
    }
}
