package handgrad.cli;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.userclass.JavaSource;
import handgrad.input.userclass.UserClass;
import handgrad.lab.own.ClassRespondent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Option;

/** Whether a batch is given in micro-batches. What is not given is null. */
final class MicroBatchOptions {
    private static final String NAME = "--micro-batches";
    private static final int MOST = 32;

    @Option(
            names = NAME,
            paramLabel = "K",
            description =
                    "For a program or a Java class that adds gradients up: give it each batch in K micro-batches of unequal "
                            + "size, one after the other, and judge the gradient of the whole batch; from 2 to " + MOST
                            + ".")
    private Integer count;

    boolean given() {
        return count != null;
    }

    /** K, where it was given. */
    int count() {
        return count;
    }

    /**
     * Complains of a number out of its range, and of what cannot be given micro-batches.
     *
     * @param program whether a program is asked
     * @param names that were given
     */
    void check(ProgramOptions program, List<String> names) {
        if (!given()) {
            return;
        }
        if (count < 2 || count > MOST) {
            throw new InputException("%s %d: expected from 2 to %d".formatted(NAME, count, MOST));
        }
        if (program.comparing()) {
            throw new InputException("%s: expected no --against beside it, found one".formatted(NAME));
        }
        boolean oneClass = names.size() == 1 && Subjects.isClass(names.get(0));
        if (!program.given() && !oneClass) {
            throw new InputException("%s: is for --program or one Java class, NAME.java, not for %s"
                    .formatted(NAME, names.isEmpty() ? "experiments" : "'%s'".formatted(Shown.text(names.get(0)))));
        }
    }

    /** What is said of a program that does not take a batch in parts. */
    static InputException refusal(String tool, boolean networks) {
        return new InputException(
                networks
                        ? "%s: %s needs a program that adds gradients up, and this one does not say \"accumulate\": true in its config (docs/protocol.md)"
                                .formatted(Shown.text(tool), NAME)
                        : "%s: %s is for networks, not for a function of its own".formatted(Shown.text(tool), NAME));
    }

    /** A class that adds gradients up, to be asked. @throws InputException if it does not */
    static ClassRespondent load(Path file, Duration limit) {
        var respondent = new ClassRespondent(() -> JavaSource.load(file, limit), limit);
        UserClass made = respondent.made();
        if (made.function().isPresent()) {
            throw refusal(made.name(), false);
        }
        if (!made.accumulates()) {
            throw new InputException(
                    "%s: %s needs a method accumulate(Network, Parameters, Batch, MicroBatch) beside gradient, found none"
                            .formatted(file, NAME));
        }
        return respondent;
    }
}
