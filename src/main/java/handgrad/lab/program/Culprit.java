package handgrad.lab.program;

import handgrad.input.claim.Case;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.diagnosis.Diagnosis.Separating;
import handgrad.lab.Examiner;
import handgrad.lab.result.Verification.Judged;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * From wrong answers to one diagnosis and the smallest case that shows it: what explains most of the answers; while several do,
 * questions that tell them apart; then smaller and smaller networks, as long as the same mistake shows.
 */
final class Culprit {
    /** How many wrong answers are diagnosed: a mistake that most programs make shows in each. */
    private static final int DIAGNOSED = 4;

    private static final int TIES = 4;
    private static final int SMALLER = 24;

    private final Examiner examiner;
    private final Function<Case, Optional<Reply>> ask;
    private final CommonCause common = new CommonCause();
    private final List<Found> founds = new ArrayList<>();

    Culprit(Examiner examiner, Function<Case, Optional<Reply>> ask) {
        this.examiner = examiner;
        this.ask = ask;
    }

    /** A wrong answer, and what is wrong with it. */
    record Found(Case claiming, Diagnosis diagnosis) {}

    /** @param wrong the replies that are wrong, all with a claim */
    Optional<Found> find(List<Reply> wrong) {
        if (wrong.isEmpty()) {
            return Optional.empty();
        }
        wrong.stream().limit(DIAGNOSED).forEach(this::add);
        for (int i = 0; i < TIES && common.best().size() > 1; i++) {
            Optional<Case> next = separating();
            if (next.isEmpty()) {
                break;
            }
            next.flatMap(ask).filter(this::isWrong).ifPresent(this::add);
        }
        Found shown = smallest(clearest());
        return Optional.of(new Found(shown.claiming, common.among(shown.diagnosis)));
    }

    private void add(Reply reply) {
        Found found = found(reply);
        founds.add(found);
        common.add(found.diagnosis);
    }

    private Found found(Reply reply) {
        Judged judged = examiner.examine(reply.claiming());
        return new Found(
                reply.claiming(),
                judged.diagnosis()
                        .orElseGet(() -> new Diagnosis(List.of(), Optional.empty(), Diagnosis.Search.NONE, List.of())));
    }

    private boolean isWrong(Reply reply) {
        return reply.claim().isPresent() && !examiner.judge(reply.claiming()).passes();
    }

    /** A point that was made to tell the findings of one answer apart, of a network that the program may take. */
    private Optional<Case> separating() {
        return founds.stream()
                .flatMap(found ->
                        found.diagnosis.separating().stream().map(place -> made(place, found.claiming.learningRate())))
                .filter(task -> founds.stream()
                        .noneMatch(found -> found.claiming.parameters().equals(task.parameters())))
                .findFirst();
    }

    private static Case made(Separating place, OptionalDouble rate) {
        return new Case("separating", place.parameters(), place.samples(), Optional.empty(), rate);
    }

    /** Of the answers that show the mistake, one that shows nothing else; where none is explained, the first. */
    private Found clearest() {
        List<Set<String>> best = common.best();
        return founds.stream()
                .filter(found -> found.diagnosis.findings().stream()
                        .anyMatch(finding -> best.contains(CommonCause.mistakes(finding))))
                .min(Comparator.comparingInt(found -> found.diagnosis.findings().size()))
                .orElse(founds.get(0));
    }

    private Found smallest(Found start) {
        Found smallest = start;
        int asked = 0;
        boolean shrunk = true;
        while (shrunk) {
            shrunk = false;
            for (Case smaller : Smaller.than(smallest.claiming)) {
                if (asked++ >= SMALLER) {
                    return smallest;
                }
                Optional<Found> next = ask.apply(smaller).filter(this::isWrong).map(this::found);
                if (next.isPresent() && sameMistake(smallest, next.get())) {
                    smallest = next.get();
                    shrunk = true;
                    break;
                }
            }
        }
        return smallest;
    }

    /** No tie, and the same mistakes; or none that is known before and after. */
    private boolean sameMistake(Found larger, Found smaller) {
        List<Set<String>> best = common.best();
        boolean known =
                larger.diagnosis.findings().stream().map(CommonCause::mistakes).anyMatch(best::contains);
        List<Set<String>> now =
                smaller.diagnosis.findings().stream().map(CommonCause::mistakes).toList();
        return known ? now.size() == 1 && best.contains(now.get(0)) : now.isEmpty();
    }
}
