package handgrad.cli;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.show.text.CommandText;
import java.util.List;

/** Experiments by the names that users give, who may think of a file. */
final class ExperimentNames {
    private ExperimentNames() {}

    /**
     * An experiment that a command needs.
     *
     * @param command of this program's, such as {@code run}
     * @throws InputException if there is none of that name; the message says what a file is good for, or gives the nearest name
     */
    static Experiment of(String command, String name) {
        String file = CommandText.text(List.of(name));
        if (Subjects.isClass(name)) {
            throw new InputException(
                    "%s: expected an experiment; a class takes part in one by `./handgrad %s xor-squared-error --gradient %s`"
                            .formatted(Shown.text(name), command, file));
        }
        if (Paths.isCase(name)) {
            throw new InputException("%s: expected an experiment; a case file is for `./handgrad verify %s`"
                    .formatted(Shown.text(name), file));
        }
        return Experiments.named(name);
    }
}
