package handgrad.show.page;

import handgrad.judge.Judgement;
import handgrad.judge.TensorJudgement;
import handgrad.lab.result.Verification.Claimed;
import handgrad.lab.result.Verification.Judged;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A judged gradient in numbers: a row for each parameter and for whatever else was claimed, and the worst entries. */
final class EntryParts {
    private static final int WORST = 5;

    private EntryParts() {}

    /**
     * @param entry the one that is furthest off; null where there is nothing to judge
     * @param excess its error over what rounding allows; null where it is no entry of a gradient
     */
    record Row(
            String name,
            String verdict,
            int wrong,
            int size,
            String entry,
            Double yours,
            Double right,
            Double error,
            Double excess) {}

    static Map<String, Object> of(Judged judged) {
        Judgement judgement = judged.judgement();
        var parts = new LinkedHashMap<String, Object>();
        parts.put(
                "judgedName",
                judged.source() instanceof Claimed ? "yours" : judged.source().name());
        parts.put(
                "gradients",
                Stream.concat(
                                judgement.parts().stream().map(EntryParts::row),
                                judged.tensors().stream().map(EntryParts::row))
                        .toList());
        parts.put(
                "worstEntries",
                judgement.worst().stream()
                        .limit(WORST)
                        .map(entry -> row(entry.address().toString(), "wrong", 1, 1, entry))
                        .toList());
        return parts;
    }

    private static Row row(Judgement.Part part) {
        String name = part.block().symbol();
        String verdict = NetworkPart.word(part.verdict());
        return part.verdict() == Judgement.Verdict.NOT_CLAIMED
                ? new Row(name, verdict, 0, part.block().size(), null, null, null, null, null)
                : row(name, verdict, part.failing(), part.block().size(), part.worst());
    }

    private static Row row(String name, String verdict, int wrong, int size, Judgement.Entry entry) {
        return new Row(
                name,
                verdict,
                wrong,
                size,
                entry.address().toString(),
                entry.judged(),
                entry.oracle(),
                entry.judged() - entry.oracle(),
                entry.excess());
    }

    private static Row row(TensorJudgement tensor) {
        TensorJudgement.Worst worst = tensor.worst();
        return new Row(
                tensor.name(),
                tensor.passes() ? "right" : "wrong",
                tensor.failing(),
                tensor.size(),
                "sample %d, unit %d".formatted(worst.sample(), worst.unit()),
                worst.claimed(),
                worst.right(),
                worst.claimed() - worst.right(),
                null);
    }
}
