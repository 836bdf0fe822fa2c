package handgrad.train;

/** Where the time of a run goes: one look at the clock between any two parts of it. */
final class Stopwatch {
    private final long[] steps;
    private long observing;
    private long begin;
    private long last;

    Stopwatch(int engines) {
        this.steps = new long[engines];
    }

    void start() {
        begin = System.nanoTime();
        last = begin;
    }

    /** What comes next is measured from here. */
    void prepared() {
        last = System.nanoTime();
    }

    /** An engine has made a step since the last look. */
    void stepped(int engine) {
        steps[engine] += sinceLast();
    }

    /** Engines have been observed since the last look. */
    void observed() {
        observing += sinceLast();
    }

    private long sinceLast() {
        long now = System.nanoTime();
        long passed = now - last;
        last = now;
        return passed;
    }

    /** The time that an engine has spent in its steps, in seconds. */
    double inSteps(int engine) {
        return steps[engine] / 1e9;
    }

    TrainingRecord.Times times() {
        return new TrainingRecord.Times((System.nanoTime() - begin) / 1e9, observing / 1e9);
    }
}
