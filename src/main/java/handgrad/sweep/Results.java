package handgrad.sweep;

import handgrad.train.Outcome.Ending;
import java.util.BitSet;

/** What the runs of a sweep came to, as far as they are done: 32 bytes a run. */
public final class Results {
    private final BitSet done;
    private final double[] losses;
    private final double[] scores;
    private final int[] epochs;
    private final Ending[] endings;
    private final long[] digests;

    Results(long size) {
        int n = Math.toIntExact(size);
        this.done = new BitSet(n);
        this.losses = new double[n];
        this.scores = new double[n];
        this.epochs = new int[n];
        this.endings = new Ending[n];
        this.digests = new long[n];
    }

    /** Keeps a run, and says whether it was not there before. */
    boolean put(Finished finished) {
        int i = Math.toIntExact(finished.run());
        boolean isNew = !done.get(i);
        done.set(i);
        losses[i] = finished.loss();
        scores[i] = finished.score();
        epochs[i] = finished.epochs();
        endings[i] = finished.ending();
        digests[i] = finished.digest();
        return isNew;
    }

    /** What a run that is done came to. */
    public Finished get(long run) {
        int i = Math.toIntExact(run);
        return new Finished(run, losses[i], scores[i], epochs[i], endings[i], digests[i]);
    }

    /** The first run from a given one on that is not done; the number of runs where there is none. */
    long missing(long from) {
        return Math.min(losses.length, done.nextClearBit(Math.toIntExact(from)));
    }

    /** How many are done. */
    public long done() {
        return done.cardinality();
    }
}
