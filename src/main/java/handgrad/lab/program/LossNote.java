package handgrad.lab.program;

import handgrad.Figures;
import handgrad.input.claim.Case;
import handgrad.judge.accumulation.AccumulatedLoss;
import handgrad.lab.result.Verification;
import handgrad.network.MicroBatches;
import handgrad.network.Precision;
import handgrad.network.compare.Tolerance;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A loss that is wrong beside a gradient that is right; where the gradient is wrong too, the loss is no news.
 *
 * @param count K, of each batch
 */
record LossNote(int count, Precision precision) {
    /** A sentence on the first. */
    Optional<String> of(List<Reply> replies, List<Verification> answers) {
        return IntStream.range(0, answers.size())
                .filter(i -> answers.get(i).passes())
                .mapToObj(i -> of(replies.get(i).task(), answers.get(i)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> of(Case task, Verification answer) {
        double right = answer.question().loss();
        double found = answer.claimedLoss().orElse(right);
        double allowed = Tolerance.gradient(precision) * Math.max(1, Math.abs(right));
        if (Math.abs(found - right) <= allowed) {
            return Optional.empty();
        }
        MicroBatches split = MicroBatches.of(task.samples().n(), count);
        String why = AccumulatedLoss.of(task.parameters(), task.samples(), split)
                .explained(found, allowed)
                .map(words -> ": " + words)
                .orElse("");
        return Optional.of("The loss is wrong, as of %s: expected %s, found %s%s."
                .formatted(Figures.count(split.n(), "sample"), right, found, why));
    }
}
