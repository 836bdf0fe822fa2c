package handgrad.lab.program;

import handgrad.input.claim.Case;
import handgrad.judge.reading.Cause;
import handgrad.lab.own.Repeats;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first round of questions: {@code A, A, B, B, A} for two points of one network, then every other point twice, so that what is
 * kept between calls, or left to chance, shows.
 */
final class Round {
    private static final int ANEW = 4;

    private final Interview interview;
    /** The replies to each point, in order. */
    private final Map<Case, List<Reply>> replies = new LinkedHashMap<>();
    /** Those of the first two points, in order. */
    private final List<Reply> sequence = new ArrayList<>();

    private final List<String> skipped = new ArrayList<>();
    /** How many of a turn's cases have proved to be too deep, or too wide. */
    private int passedOver;

    Round(Interview interview, List<List<Case>> turns) {
        this.interview = interview;
        Optional<Case> first = twice(turns.get(0));
        for (int i = 1; i < turns.size(); i++) {
            twice(turns.get(i));
            if (i == 1) {
                first.ifPresent(this::ask);
            }
        }
    }

    /** Asks the first case of a turn that the program takes, and then the same again. */
    private Optional<Case> twice(List<Case> turn) {
        Optional<Case> taken = Optional.empty();
        for (int i = Math.min(passedOver, turn.size() - 1); i < turn.size() && taken.isEmpty(); i++) {
            Optional<Reply> reply = interview.ask(turn.get(i));
            if (reply.isEmpty()) {
                return Optional.empty();
            }
            if (reply.get().unsupported()) {
                skipped.add("%s: %s"
                        .formatted(turn.get(i).name(), reply.get().trouble().orElseThrow()));
                continue;
            }
            passedOver = Math.max(passedOver, i);
            taken = Optional.of(turn.get(i));
            keep(reply.get());
            ask(turn.get(i));
        }
        return taken;
    }

    private void ask(Case task) {
        interview.ask(task).ifPresent(this::keep);
    }

    private void keep(Reply reply) {
        List<Reply> own = replies.computeIfAbsent(reply.task(), task -> new ArrayList<>());
        own.add(reply);
        if (replies.size() <= 2) {
            sequence.add(reply);
        }
    }

    /** What is wrong with the program's memory; empty where the same question has always had the same answer. */
    Optional<Cause> memory() {
        List<Reply> answered =
                sequence.stream().filter(reply -> reply.claim().isPresent()).toList();
        boolean whole = answered.size() == sequence.size() && !answered.isEmpty();
        var first = whole ? Optional.of(new Memory(answered)) : firstUnlike();
        return first.filter(memory -> !memory.none()).or(this::firstUnlike).map(memory -> {
            Reply start = memory.first();
            boolean same = interview
                    .askAnew(start.task())
                    .filter(anew -> anew.claim().isPresent())
                    .map(anew -> Repeats.same(anew.gradient(), start.gradient()))
                    .orElse(true);
            return same ? memory.kept() : memory.chance();
        });
    }

    private Optional<Memory> firstUnlike() {
        return replies.values().stream()
                .filter(own -> own.stream().allMatch(reply -> reply.claim().isPresent()))
                .map(Memory::new)
                .filter(memory -> !memory.none())
                .findFirst();
    }

    /** The first reply to each point. */
    List<Reply> firsts() {
        return replies.values().stream().map(own -> own.get(0)).toList();
    }

    /** The first reply to each of a few points, of a program that has been started for it. */
    List<Reply> anew() {
        return replies.keySet().stream()
                .limit(ANEW)
                .flatMap(task -> interview.askAnew(task).stream())
                .toList();
    }

    /** The reply that shows best that something is kept: the second to the first question that is answered otherwise. */
    Reply unlike() {
        return replies.values().stream()
                .flatMap(own -> own.stream()
                        .filter(reply -> reply.claim().isPresent()
                                && own.get(0).claim().isPresent()
                                && !Repeats.same(reply.gradient(), own.get(0).gradient())))
                .findFirst()
                .orElseThrow();
    }

    /** What the program says that it is not made for, a sentence each. */
    List<String> skipped() {
        return skipped;
    }
}
