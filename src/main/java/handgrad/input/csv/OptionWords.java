package handgrad.input.csv;

import handgrad.Named;
import java.util.ArrayList;
import java.util.List;

/** The words of a command line that say what is said of a table, as they were given. */
public final class OptionWords {
    private final List<String> words = new ArrayList<>();

    private OptionWords() {}

    /** What has to be said; nothing where it is what is used without, as for the wines with their class. */
    public static List<String> of(CsvOptions options) {
        var said = new OptionWords();
        if (options.source() instanceof FileSource file) {
            said.option("--data", file.path().toString());
            options.label().ifPresent(label -> said.option("--label", label));
        } else {
            options.label()
                    .filter(label -> !label.equals(Wine.LABEL))
                    .ifPresent(label -> said.option("--label", label));
        }
        said.layout(options.layout());
        options.task().ifPresent(task -> said.named("--task", task));
        if (options.missing() != Missing.REFUSE) {
            said.named("--missing", options.missing());
        }
        if (options.testShare() != CsvOptions.TEST_SHARE) {
            said.option("--test-share", String.valueOf(options.testShare()));
        }
        if (!options.standardise()) {
            said.words.add("--no-standardise");
        }
        if (!options.ignored().isEmpty()) {
            said.option("--ignore", String.join(",", options.ignored()));
        }
        return List.copyOf(said.words);
    }

    private void layout(CsvOptions.Layout layout) {
        if (layout.header() != Header.AUTO) {
            named("--header", layout.header());
        }
        layout.delimiter().ifPresent(delimiter -> named("--delimiter", delimiter));
        if (layout.decimal() != Decimal.POINT) {
            named("--decimal", layout.decimal());
        }
        layout.encoding().ifPresent(encoding -> option("--encoding", encoding.name()));
    }

    private void named(String option, Named value) {
        option(option, value.id());
    }

    /** A value that begins like an option must not stand alone. */
    private void option(String option, String value) {
        if (value.startsWith("-")) {
            words.add(option + "=" + value);
        } else {
            words.addAll(List.of(option, value));
        }
    }
}
