package handgrad.cli;

import handgrad.InputException;
import handgrad.lab.Experiment;
import handgrad.lab.Workbench;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What a user may ask of a study. */
final class StudyOptions {
    private StudyOptions() {}

    /**
     * The runs of an experiment, or the one that was named.
     *
     * @param variant null for all
     * @throws InputException if there is none of that name
     */
    static List<Workbench> chosen(Experiment experiment, List<Workbench> runs, String variant) {
        if (variant == null) {
            return runs;
        }
        var names = runs.stream().flatMap(run -> run.topic().variant().stream()).toList();
        if (names.isEmpty()) {
            throw new InputException(
                    "--variant %s: %s is a single run, expected no variant".formatted(variant, experiment.name()));
        }
        var chosen = runs.stream()
                .filter(run -> run.topic().variant().orElseThrow().equals(variant))
                .toList();
        if (chosen.isEmpty()) {
            throw InputException.unknown("variant of " + experiment.name(), variant, names);
        }
        return chosen;
    }

    /** @throws InputException if an option was given that the study chooses for each of its runs */
    static void check(Experiment experiment, CommandLine.ParseResult given) {
        given.matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(experiment.varied()::contains)
                .findFirst()
                .ifPresent(option -> {
                    throw new InputException(
                            "%s: %s chooses it for each of its runs".formatted(option, experiment.name()));
                });
    }
}
