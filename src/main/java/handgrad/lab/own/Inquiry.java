package handgrad.lab.own;

import handgrad.InputException;
import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.program.Answer;
import handgrad.judge.Allowance;
import handgrad.judge.TensorJudgement;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.diagnosis.Diagnostician;
import handgrad.lab.result.Mistaken;
import handgrad.network.Point;
import handgrad.network.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Why somebody's own step is wrong. It is asked anew, from a start at which nothing is remembered: for the gradient there, then, of
 * those that make steps, for the step; twice, then at another point and once more, so that what is kept between calls shows.
 */
final class Inquiry {
    /** The known mistakes are tried on as many samples at most. */
    private static final int FEW = 16;

    private final Trainee trainee;
    private final Watch.FirstError firstError;
    private final Precision precision;

    Inquiry(Trainee trainee, Watch.FirstError firstError, Precision precision) {
        this.trainee = trainee;
        this.firstError = firstError;
        this.precision = precision;
    }

    /** Somebody's answers to one kind of question, of which nothing was asked before. */
    private record Asked(Respondent respondent, boolean update) {
        Answer<Claim> ask(Case task) {
            return update ? respondent.step(task) : respondent.gradient(task);
        }
    }

    private Asked anew(boolean update) {
        return new Asked(trainee.respondent().again(), update);
    }

    /** The mistake; where none is found, what is known. */
    Reason found() {
        try {
            Optional<Reason> found = trainee.steps() ? of(false).or(() -> of(true)) : of(false);
            return found.orElseGet(this::notRepeated);
        } catch (InputException e) {
            // It was there when the run began.
            return Reason.of(firstError.place(), "it cannot be asked about it again, " + e.getMessage());
        }
    }

    private Optional<Reason> of(boolean update) {
        Case task = firstError.at().task();
        List<Case> questions = List.of(task, task, other(), other(), task);
        Asked asked = anew(update);
        var answers = new ArrayList<Claim>();
        for (Case question : questions) {
            if (asked.ask(question) instanceof Answer.Given<Claim> given) {
                answers.add(given.value());
            }
        }
        if (answers.size() < questions.size()) {
            return Optional.of(
                    Reason.of(update ? "the update" : firstError.place(), "asked about it again, it gives no answer"));
        }
        Claim first = answers.get(0);
        Optional<TensorJudgement> forward = new Tensors(task, precision)
                .judged(first).stream().filter(tensor -> !tensor.passes()).findFirst();
        if (forward.isPresent()) {
            return forward.map(Inquiry::forward);
        }
        var history =
                new History(questions, answers.stream().map(Claim::gradient).toList(), nearness(first), update);
        if (!history.none()) {
            return Optional.of(repeats(task, first, update) ? history.kept() : history.chance());
        }
        Point right = Right.of(task);
        boolean same = nearness(first).same(first.gradient(), right);
        return same ? Optional.empty() : Optional.of(update ? update(task, first, right) : gradient(task, first));
    }

    private static Reason forward(TensorJudgement wrong) {
        return Reason.of(
                "the " + wrong.name(),
                "sample %d, unit %d is %s, should be %s"
                        .formatted(
                                wrong.worst().sample(),
                                wrong.worst().unit(),
                                wrong.worst().claimed(),
                                wrong.worst().right()));
    }

    private Nearness nearness(Claim claim) {
        return Nearness.ofDifference(precision, claim.handed().subtracted());
    }

    /** Whether a new process gives the same first answer. */
    private boolean repeats(Case task, Claim first, boolean update) {
        return anew(update).ask(task) instanceof Answer.Given<Claim> given
                && nearness(first).same(given.value().gradient(), first.gradient());
    }

    /** The question of the step before; at the first step, one step further on. */
    private Case other() {
        return firstError.before().map(Exchange::task).orElseGet(() -> {
            Exchange at = firstError.at();
            double rate = at.task().learningRate().orElseThrow();
            return at(Right.sum(at.task().parameters(), -rate, at.right()), at.task());
        });
    }

    private static Case at(Point theta, Case task) {
        return new Case(task.name(), theta, task.samples(), Optional.empty(), task.learningRate());
    }

    private Reason update(Case task, Claim claim, Point right) {
        return new Update(task, claim.gradient(), right, nearness(claim))
                .read()
                .orElseGet(() -> known(task, claim, true));
    }

    private Reason gradient(Case task, Claim claim) {
        return known(task, claim, false);
    }

    /** One of the mistakes that are known of gradients. */
    private Reason known(Case task, Claim claim, boolean update) {
        Answered on = onFew(new Answered(task, claim), update);
        var allowance = new Allowance(
                Set.copyOf(task.network().blocks()), nearness(on.claim).extra());
        OptionalDouble rate = task.learningRate();
        Diagnosis diagnosis = new Diagnostician(on.task.parameters(), on.task.samples(), rate, precision, allowance)
                .diagnose(on.claim.gradient());
        return reason(diagnosis, update ? "the update" : firstError.place());
    }

    private record Answered(Case task, Claim claim) {}

    /** On the first few samples, where it is wrong on them too. */
    private Answered onFew(Answered all, boolean update) {
        Case task = all.task;
        if (task.samples().n() <= FEW) {
            return all;
        }
        var few = new Case(
                task.name(), task.parameters(), task.samples().first(FEW), Optional.empty(), task.learningRate());
        return anew(update).ask(few) instanceof Answer.Given<Claim> given
                        && !nearness(given.value()).same(given.value().gradient(), Right.of(few))
                ? new Answered(few, given.value())
                : all;
    }

    private static Reason reason(Diagnosis diagnosis, String what) {
        return diagnosis.findings().isEmpty()
                ? Reason.of(what, diagnosis.searched().nothingFound())
                : Reason.of(what, Mistaken.likeliest(diagnosis));
    }

    /** Asked anew, all is right. */
    private Reason notRepeated() {
        return Reason.of(
                trainee.steps() ? "the update" : firstError.place(),
                "state-between-calls",
                "asked anew at this point it is right: something is kept from the calls before",
                "something that depends on the calls before",
                "the same whenever it is asked");
    }
}
