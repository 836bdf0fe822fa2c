package handgrad.lab.program;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.program.Answer;
import handgrad.lab.own.Respondent;
import java.util.Optional;
import java.util.function.BiFunction;

/** Asks, and counts; ends where a program has broken down or enough was asked. */
final class Interview {
    /** Enough to find any mistake that shows, and little enough to wait for. */
    private static final int MOST = 60;

    private final BiFunction<Respondent, Case, Answer<Claim>> question;
    private Respondent respondent;
    private int asked;
    private Optional<String> end = Optional.empty();

    /** @param question {@link Respondent#gradient} or {@link Respondent#step} */
    Interview(Respondent respondent, BiFunction<Respondent, Case, Answer<Claim>> question) {
        this.respondent = respondent;
        this.question = question;
    }

    /** The same interview with another question, to the same process. */
    Interview about(BiFunction<Respondent, Case, Answer<Claim>> other) {
        var next = new Interview(respondent, other);
        next.asked = asked;
        next.end = end;
        return next;
    }

    /** A new interview of the same program started anew, whatever has become of it; the count begins again. */
    Interview afresh(BiFunction<Respondent, Case, Answer<Claim>> other) {
        return new Interview(respondent.again(), other);
    }

    /** Empty where nothing more can be asked. */
    Optional<Reply> ask(Case task) {
        if (end.isPresent() || left() == 0) {
            return Optional.empty();
        }
        asked++;
        var reply = new Reply(task, question.apply(respondent, task));
        if (reply.answer() instanceof Answer.Broken<Claim> broken) {
            end = Optional.of(broken.reason());
        }
        return Optional.of(reply);
    }

    /** The first answer of a program that remembers nothing. */
    Optional<Reply> askAnew(Case task) {
        if (end.isPresent() || left() == 0) {
            return Optional.empty();
        }
        respondent = respondent.again();
        return ask(task);
    }

    int asked() {
        return asked;
    }

    int left() {
        return MOST - asked;
    }

    /** Why the program cannot be asked any more, where that is so. */
    Optional<String> end() {
        return end;
    }
}
