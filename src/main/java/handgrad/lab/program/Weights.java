package handgrad.lab.program;

import handgrad.input.claim.Case;
import handgrad.judge.accumulation.Accumulation;
import handgrad.judge.accumulation.AccumulationReader;
import handgrad.judge.accumulation.Given;
import handgrad.network.MicroBatches;
import handgrad.network.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks somebody who has just been started for one network at a few points, one after the other, so that what is left of the batch
 * before is known, until one way to add up is left that explains all answers.
 */
final class Weights {
    private static final int FEWEST = 2;
    private static final int MOST = 5;

    private final Interview interview;
    private final MicroBatchPoints points;
    private final int count;
    private final Precision precision;
    private final List<Reply> replies = new ArrayList<>();

    /** @param count K, of each batch */
    Weights(Interview interview, MicroBatchPoints points, int count, Precision precision) {
        this.interview = interview;
        this.points = points;
        this.count = count;
        this.precision = precision;
    }

    /** What each micro-batch counts; empty where that explains nothing. */
    Optional<Accumulation> of(Case first) {
        var answers = new ArrayList<Given>();
        Optional<Accumulation> found = Optional.empty();
        Optional<Reply> reply = interview.ask(first);
        while (reply.flatMap(Reply::claim).isPresent()) {
            answers.add(given(reply.get(), answers));
            replies.add(reply.get());
            found = AccumulationReader.read(answers);
            boolean enough = answers.size() >= FEWEST
                    && found.filter(Accumulation::isTied).isEmpty();
            if (enough || answers.size() == MOST) {
                break;
            }
            reply = interview.ask(points.beside(first, answers.size()));
        }
        return found;
    }

    private Given given(Reply reply, List<Given> before) {
        Case task = reply.task();
        return Given.of(
                task.parameters(),
                task.samples(),
                MicroBatches.of(task.samples().n(), count),
                precision,
                reply.gradient(),
                before.isEmpty() ? Optional.empty() : Optional.of(before.get(before.size() - 1)));
    }

    /** The answers that it was read from. */
    List<Reply> replies() {
        return replies;
    }

    int asked() {
        return interview.asked();
    }
}
