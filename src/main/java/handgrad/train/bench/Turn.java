package handgrad.train.bench;

/** Makes steps for a while. */
@FunctionalInterface
interface Turn {
    /** Steps for about so long, at least one. */
    Spell take(long nanos);

    /** What a turn was: so many steps in so long. */
    record Spell(long nanos, long steps) {}

    /** Steps in this process. */
    static Turn of(Runnable step) {
        return new Here(step);
    }

    /** Looks at the clock so rarely that it does not show beside the steps. */
    final class Here implements Turn {
        /** About so often in a turn. */
        private static final int LOOKS = 10;

        private final Runnable step;
        private long unwatched = 1;

        Here(Runnable step) {
            this.step = step;
        }

        @Override
        public Spell take(long atLeast) {
            long made = 0;
            long begin = System.nanoTime();
            long nanos;
            do {
                for (long i = 0; i < unwatched; i++) {
                    step.run();
                }
                made += unwatched;
                nanos = System.nanoTime() - begin;
            } while (nanos < atLeast);
            unwatched = Math.max(1, made / LOOKS);
            return new Spell(nanos, made);
        }
    }
}
