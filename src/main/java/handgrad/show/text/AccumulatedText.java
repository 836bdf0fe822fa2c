package handgrad.show.text;

import handgrad.Figures;
import handgrad.judge.accumulation.Accumulation;
import handgrad.judge.accumulation.Accumulation.Share;
import handgrad.judge.accumulation.Counted;
import handgrad.lab.result.Accumulated;
import handgrad.network.Block;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of asking for batches in micro-batches, for a reader: the verdict, what each micro-batch counts where that is wrong, then
 * what {@link AskedText} has.
 */
public final class AccumulatedText {
    private AccumulatedText() {}

    /** What fits one screen. */
    public static String of(Accumulated accumulated, Screen screen) {
        var sheet = new Sheet(screen).say(headline(accumulated, screen));
        accumulated.weights().ifPresent(found -> weights(sheet.gap(), accumulated.count(), found));
        return sheet.add(AskedText.body(accumulated.asked(), screen)).toString();
    }

    /** {@code mine.py: pass (8 answers, all right; 17 calls), each batch in 3 micro-batches}. */
    public static String headline(Accumulated accumulated, Screen screen) {
        return "%s, each batch in %d micro-batches"
                .formatted(AskedText.headline(accumulated.asked(), screen), accumulated.count());
    }

    private static void weights(Sheet sheet, int count, Accumulation found) {
        if (!found.isTied()) {
            found.findings().get(0).causes().stream()
                    .map(cause -> "%s: %s".formatted(cause.mistake(), cause.sentence()))
                    .distinct()
                    .forEach(sentence -> sheet.say(2, sentence));
        }
        found.shares().forEach(share -> sheet.gap().table(2, table(share)));
        int n = found.shares().get(0).rows().stream()
                .limit(count)
                .mapToInt(Counted::samples)
                .sum();
        sheet.gap()
                .say(
                        2,
                        "In formulas G_k is the gradient of the sum of the losses of micro-batch k, n_k its samples; n = %d, K = %d."
                                .formatted(n, count));
    }

    /** A row for each micro-batch. */
    private static TextTable table(Share share) {
        String what = share.blocks().isEmpty()
                ? "micro-batch"
                : share.blocks().stream().map(Block::symbol).collect(Collectors.joining(", ", "micro-batch, in ", ""));
        var rows = share.rows().stream()
                .map(row -> List.of(
                        row.what(), String.valueOf(row.samples()), Figures.of(row.weight()), Figures.of(row.right())))
                .toList();
        return new TextTable(List.of(what, "samples", "weight your program gave it", "right weight"), rows);
    }
}
