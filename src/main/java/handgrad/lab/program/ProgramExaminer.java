package handgrad.lab.program;

import handgrad.InputException;
import handgrad.input.claim.Case;
import handgrad.input.program.Ability;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.diagnosis.Diagnosis.Finding;
import handgrad.judge.reading.Cause;
import handgrad.lab.EngineKind;
import handgrad.lab.Examiner;
import handgrad.lab.own.Respondent;
import handgrad.lab.program.Culprit.Found;
import handgrad.lab.result.Asked;
import handgrad.lab.result.Verification;
import handgrad.lab.result.Verification.Judged;
import handgrad.network.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Asks for gradients of networks until there is one verdict and, if it is bad, one diagnosis: first the gradient, then, where the
 * program has one and its gradients are right, its own step.
 */
public final class ProgramExaminer {
    private static final int STEPS = 3;

    private final Examiner judging;
    private final Examiner showing;

    /** @param kinds the engines that are heard on the case that is shown in the end */
    public ProgramExaminer(List<EngineKind> kinds, Precision precision) {
        this.judging = new Examiner(List.of(), precision);
        this.showing = new Examiner(kinds, precision);
    }

    /**
     * Everything that was found.
     *
     * @param tool the program's name
     * @throws InputException if it takes none of the networks
     */
    public Asked examine(String tool, Ability can, Respondent respondent) {
        return examine(tool, Points.of(can), new Interview(respondent, Respondent::gradient), steps(can));
    }

    /**
     * The same at given points.
     *
     * @param first asks for the gradient
     * @param steps whether it is asked for a step too
     */
    Asked examine(String tool, List<List<Case>> turns, Interview first, boolean steps) {
        Stage gradient = stage(first, turns);
        boolean goesOn =
                steps && gradient.interview.end().isEmpty() && (gradient.answers.isEmpty() || gradient.passes());
        Optional<Stage> own = goesOn
                ? Optional.of(stage(gradient.interview.about(Respondent::step), turns.subList(0, STEPS)))
                : Optional.empty();
        Stage last = own.orElse(gradient);
        var answers = new ArrayList<>(gradient.answers);
        var notes = new ArrayList<>(gradient.notes);
        own.ifPresent(stage -> {
            answers.addAll(stage.answers);
            notes.addAll(stage.notes);
        });
        checkJudged(tool, answers, notes);
        last.interview.end().ifPresent(notes::add);
        boolean inStep = own.isPresent() && gradient.passes() && !gradient.answers.isEmpty() && last.hasWrong();
        return new Asked(tool, answers, last.shown, inStep, last.interview.asked(), notes);
    }

    /** @throws InputException if there is no answer to judge */
    static void checkJudged(String tool, List<Verification> answers, List<String> notes) {
        if (answers.isEmpty()) {
            throw new InputException("%s: takes none of the networks that it was asked for; the first, %s"
                    .formatted(tool, notes.get(0)));
        }
        if (answers.stream().allMatch(Verification.Failed.class::isInstance)) {
            throw new InputException("%s: no gradient to judge; the first, %s"
                    .formatted(tool, ((Verification.Failed) answers.get(0)).reason()));
        }
    }

    private static boolean steps(Ability can) {
        return can instanceof Ability.Networks networks
                ? networks.step()
                : can instanceof Ability.Fixed fixed && fixed.step();
    }

    private record Stage(Interview interview, List<Verification> answers, Optional<Judged> shown, List<String> notes) {
        boolean passes() {
            return shown.isEmpty() && answers.stream().allMatch(Verification::passes);
        }

        /** Not only answers that are missing. */
        boolean hasWrong() {
            return answers.stream().anyMatch(answer -> answer.judged().isPresent() && !answer.passes());
        }
    }

    private Stage stage(Interview interview, List<List<Case>> turns) {
        var round = new Round(interview, turns);
        Optional<Cause> memory = round.memory();
        List<Reply> replies = memory.isPresent() ? round.anew() : round.firsts();
        List<Verification> answers =
                replies.stream().map(reply -> reply.judged(judging)).toList();
        boolean chance = memory.filter(Memory::isChance).isPresent();
        Function<Case, Optional<Reply>> ask = memory.isPresent() ? interview::askAnew : interview::ask;
        List<Reply> wrong = replies.stream()
                .filter(reply ->
                        reply.claim().isPresent() && !reply.judged(judging).passes())
                .toList();
        // Where chance is at work, each answer is another function's.
        Optional<Found> culprit = chance ? Optional.empty() : new Culprit(judging, ask).find(wrong);
        Optional<Judged> shown = memory.map(cause -> {
                    Reply unlike = chance ? round.unlike() : new Forgetful(interview, cause).smallest(round.unlike());
                    return shown(unlike.claiming(), remembering(cause, culprit));
                })
                .or(() -> culprit.map(found -> shown(found.claiming(), found.diagnosis())));
        return new Stage(interview, answers, shown, round.skipped());
    }

    private Judged shown(Case claiming, Diagnosis diagnosis) {
        return showing.examine(claiming).diagnosed(diagnosis);
    }

    /** What is kept between calls, and what is wrong with the gradient besides. */
    static Diagnosis remembering(Cause memory, Optional<Found> culprit) {
        Stream<Cause> others = culprit.stream()
                .flatMap(found -> found.diagnosis().findings().stream().limit(1))
                .flatMap(finding -> finding.causes().stream());
        var finding = new Finding(Stream.concat(Stream.of(memory), others).toList(), List.of(), 0);
        return new Diagnosis(List.of(finding), Optional.empty(), Diagnosis.Search.READ, List.of());
    }
}
