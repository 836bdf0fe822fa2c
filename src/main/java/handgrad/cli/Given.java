package handgrad.cli;

import handgrad.Shown;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** What the user gave of some options. */
final class Given {
    private Given() {}

    /** The first that was given of those that a class declares, with its value as the user wrote it. */
    static Optional<String> first(CommandSpec spec, Class<?> options) {
        var names = CommandSpec.forAnnotatedObject(options).optionsMap().keySet();
        return spec.commandLine().getParseResult().matchedOptions().stream()
                .filter(given -> names.contains(given.longestName()))
                .map(given -> given.longestName() + " " + Shown.text(String.join(",", given.originalStringValues())))
                .findFirst();
    }
}
