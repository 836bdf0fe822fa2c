package handgrad.sweep;

import handgrad.input.data.NumpyRandom;
import handgrad.lab.EngineKind;
import handgrad.lab.Workbench;
import handgrad.lab.result.Run;
import handgrad.lab.result.Verdict;
import handgrad.train.Outcome.Ending;
import handgrad.train.Progress;
import java.util.List;
import java.util.TreeSet;

/**
 * A run made again in full, with DL4J beside it.
 *
 * @param run its number
 * @param verdict on the gradients at its start, and on every step
 * @param apart the largest relative difference of the two engines' parameters after any step
 * @param same whether the hand engine came to the same loss and parameters, to the last bit
 */
public record Checked(long run, Verdict verdict, double apart, boolean same) {
    /** Which runs are checked: as many different ones as are asked for, drawn by NumPy's generator from the sweep's first seed. */
    public static List<Long> drawn(Sweep sweep, long count) {
        var random = new NumpyRandom(sweep.settings(0).seed());
        var drawn = new TreeSet<Long>();
        int size = Math.toIntExact(sweep.size());
        while (drawn.size() < Math.min(count, size)) {
            drawn.add((long) random.integers(size, 1)[0]);
        }
        return List.copyOf(drawn);
    }

    /** Makes a run again. */
    public static Checked of(Sweep sweep, Finished finished, Progress progress) {
        var workbench = new Workbench(
                sweep.experiment(), sweep.settings(finished.run()), List.of(EngineKind.HAND, EngineKind.DL4J));
        Run run = workbench.run(progress);
        var hand = run.training().first();
        boolean same = Double.compare(hand.loss(), finished.loss()) == 0
                && Trainer.digest(hand.parameters()) == finished.digest();
        return new Checked(finished.run(), run.verdict(), run.training().maxParameterDifference(), same);
    }

    /** The gradients are right, the hand engine did as before, and a run that is lost now was lost then. */
    public boolean passes(Finished finished) {
        return verdict == Verdict.NOT_FINITE ? finished.ending() == Ending.NOT_FINITE : verdict.success() && same;
    }
}
