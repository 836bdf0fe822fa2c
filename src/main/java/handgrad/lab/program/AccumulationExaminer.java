package handgrad.lab.program;

import handgrad.InputException;
import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.program.Answer;
import handgrad.judge.accumulation.Accumulation;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.reading.Cause;
import handgrad.lab.EngineKind;
import handgrad.lab.Examiner;
import handgrad.lab.own.Respondent;
import handgrad.lab.result.Accumulated;
import handgrad.lab.result.Asked;
import handgrad.lab.result.Verification;
import handgrad.lab.result.Verification.Judged;
import handgrad.network.MicroBatches;
import handgrad.network.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Asks for gradients of batches that come in micro-batches. Where one is wrong, reads from the answers of a program that is started
 * anew what each micro-batch counts in them; where no weights explain them, asks for whole batches, as
 * {@link ProgramExaminer} does.
 */
public final class AccumulationExaminer {
    private static final String WRONG_AS_ONE =
            "The gradient is wrong too where the whole batch comes as one micro-batch, which is the case that is shown.";
    private static final String UNEXPLAINED =
            "No weights of the micro-batches' gradients explain the answers, and where a batch comes as one micro-batch its gradient is"
                    + " right: something else is kept from one micro-batch to the next.";

    private final int count;
    private final Precision precision;
    private final Examiner judging;
    private final Examiner showing;
    private final ProgramExaminer ofWhole;

    /**
     * @param count K, of each batch
     * @param kinds the engines that are heard on the case that is shown in the end
     */
    public AccumulationExaminer(int count, List<EngineKind> kinds, Precision precision) {
        this.count = count;
        this.precision = precision;
        this.judging = new Examiner(List.of(), precision);
        this.showing = new Examiner(kinds, precision);
        this.ofWhole = new ProgramExaminer(kinds, precision);
    }

    /**
     * Everything that was found.
     *
     * @param tool the name of who is asked
     * @throws InputException if it takes none of the networks, or gives no gradient at all
     */
    public Accumulated examine(String tool, MicroBatchPoints points, Respondent respondent) {
        var interview = new Interview(respondent, this::inMicroBatches);
        var round = new Round(interview, points.turns());
        Optional<Cause> memory = round.memory();
        List<Reply> replies = round.firsts();
        List<Verification> answers =
                replies.stream().map(reply -> reply.judged(judging)).toList();
        var notes = new ArrayList<>(round.skipped());
        ProgramExaminer.checkJudged(tool, answers, notes);
        interview.end().ifPresent(notes::add);
        new LossNote(count, precision).of(replies, answers).ifPresent(notes::add);
        var asked = new Asked(tool, answers, Optional.empty(), false, interview.asked(), notes);
        Optional<Reply> wrong = firstWrong(replies, answers).or(() -> memory.map(any -> round.unlike()));
        if (wrong.isEmpty()) {
            return unnamed(asked);
        }
        Optional<Judged> remembered =
                memory.map(cause -> shown(round.unlike(), ProgramExaminer.remembering(cause, Optional.empty())));
        if (memory.filter(Memory::isChance).isPresent()) {
            return unnamed(showing(asked, remembered.orElseThrow(), 0));
        }
        try {
            return explained(asked, points, wrong.get().task(), interview)
                    .orElseGet(() -> unexplained(asked, wrong.get(), remembered));
        } catch (InputException e) {
            // It could not be started again.
            return unnamed(noted(asked, e.getMessage()));
        }
    }

    private static Optional<Reply> firstWrong(List<Reply> replies, List<Verification> answers) {
        return IntStream.range(0, answers.size())
                .filter(i ->
                        answers.get(i).judged().isPresent() && !answers.get(i).passes())
                .mapToObj(replies::get)
                .findFirst();
    }

    private Accumulated unexplained(Asked asked, Reply wrong, Optional<Judged> remembered) {
        Judged shown = remembered.orElseGet(() -> showing.examine(wrong.claiming()));
        return unnamed(noted(showing(asked, shown, 0), UNEXPLAINED));
    }

    private Accumulated unnamed(Asked asked) {
        return new Accumulated(count, asked, Optional.empty());
    }

    private Answer<Claim> inMicroBatches(Respondent respondent, Case task) {
        return respondent.accumulate(task, MicroBatches.of(task.samples().n(), count));
    }

    private static Answer<Claim> whole(Respondent respondent, Case task) {
        return respondent.accumulate(task, MicroBatches.whole(task.samples().n()));
    }

    /** By weights of the micro-batches, else by what is wrong with whole batches; empty where neither is known. */
    private Optional<Accumulated> explained(Asked asked, MicroBatchPoints points, Case wrong, Interview interview) {
        var answers = new Weights(interview.afresh(this::inMicroBatches), points, count, precision);
        Optional<Accumulation> weights = answers.of(wrong);
        if (weights.isEmpty()) {
            return whole(asked, points, interview);
        }
        Reply reply = answers.replies().get(weights.get().number());
        Judged shown = shown(reply, weights.get().diagnosis());
        return Optional.of(new Accumulated(count, showing(asked, shown, answers.asked()), weights));
    }

    private Optional<Accumulated> whole(Asked asked, MicroBatchPoints points, Interview interview) {
        Asked whole =
                ofWhole.examine(asked.tool(), points.turns(), interview.afresh(AccumulationExaminer::whole), false);
        return whole.shown().map(shown -> unnamed(noted(showing(asked, shown, whole.calls()), WRONG_AS_ONE)));
    }

    private static Asked showing(Asked asked, Judged shown, int calls) {
        return new Asked(
                asked.tool(), asked.answers(), Optional.of(shown), false, asked.calls() + calls, asked.notes());
    }

    private static Asked noted(Asked asked, String note) {
        var notes = new ArrayList<>(asked.notes());
        notes.add(note);
        return new Asked(asked.tool(), asked.answers(), asked.shown(), false, asked.calls(), notes);
    }

    private Judged shown(Reply reply, Diagnosis diagnosis) {
        return showing.examine(reply.claiming()).diagnosed(diagnosis);
    }
}
