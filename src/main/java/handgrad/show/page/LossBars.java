package handgrad.show.page;

import handgrad.sweep.Combination;
import handgrad.sweep.Finished;
import handgrad.sweep.Swept;
import java.util.List;
import java.util.stream.LongStream;

/**
 * A histogram of final losses in bins of equal width of their logarithm.
 *
 * @param from the decimal logarithm of the least loss above 0
 * @param to that of the largest finite one
 */
record LossBars(Swept swept, double from, double to) {
    static final int BINS = 60;

    /** A loss of 0 stands in the first bin. */
    private static final double LEAST = 1e-300;

    static LossBars over(Swept swept) {
        var range = LongStream.range(0, swept.sweep().size())
                .mapToDouble(run -> swept.results().get(run).loss())
                .filter(Double::isFinite)
                .filter(loss -> loss > LEAST)
                .map(Math::log10)
                .summaryStatistics();
        return range.getCount() == 0 || range.getMin() == range.getMax()
                ? new LossBars(
                        swept,
                        range.getCount() == 0 ? 0 : range.getMin() - 0.5,
                        range.getCount() == 0 ? 1 : range.getMin() + 0.5)
                : new LossBars(swept, range.getMin(), range.getMax());
    }

    /** Two rows of counts, of the runs that learned and of the others. */
    List<int[]> of(Combination combination) {
        int[] learned = new int[BINS];
        int[] others = new int[BINS];
        long n = combination.runs();
        for (long i = combination.number() * n; i < (combination.number() + 1) * n; i++) {
            Finished run = swept.results().get(i);
            if (Double.isFinite(run.loss())) {
                (swept.learned().met(run) ? learned : others)[bin(run.loss())]++;
            }
        }
        return List.of(learned, others);
    }

    private int bin(double loss) {
        double part = (Math.log10(Math.max(loss, LEAST)) - from) / (to - from);
        return (int) Math.max(0, Math.min(BINS - 1, Math.floor(part * BINS)));
    }
}
