package handgrad.lab.program;

import handgrad.input.claim.Case;
import handgrad.judge.reading.Cause;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The smallest case on which a program that is started anew answers the same question twice in two ways, for the same reason. */
record Forgetful(Interview interview, Cause cause) {
    /** Each costs a start of the program. */
    private static final int TRIES = 6;

    /** The second of the two replies; the given one where nothing smaller shows it. */
    Reply smallest(Reply shown) {
        Reply smallest = shown;
        int tries = 0;
        boolean shrunk = true;
        while (shrunk) {
            shrunk = false;
            for (Case smaller : Smaller.than(smallest.task())) {
                if (tries++ == TRIES) {
                    return smallest;
                }
                Optional<Reply> second = second(smaller);
                if (second.isPresent()) {
                    smallest = second.get();
                    shrunk = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private Optional<Reply> second(Case task) {
        Optional<Reply> first = interview.askAnew(task);
        Optional<Reply> second = first.isPresent() ? interview.ask(task) : Optional.empty();
        boolean answered = Stream.of(first, second)
                .allMatch(reply -> reply.flatMap(Reply::claim).isPresent());
        if (!answered) {
            return Optional.empty();
        }
        var memory = new Memory(List.of(first.orElseThrow(), second.orElseThrow()));
        boolean same = !memory.none() && memory.kept().mistake().equals(cause.mistake());
        return same ? second : Optional.empty();
    }
}
