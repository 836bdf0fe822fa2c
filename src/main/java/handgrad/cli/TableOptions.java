package handgrad.cli;

import handgrad.InputException;
import handgrad.Named;
import handgrad.input.csv.CsvOptions;
import handgrad.input.csv.Decimal;
import handgrad.input.csv.Delimiter;
import handgrad.input.csv.FileSource;
import handgrad.input.csv.Header;
import handgrad.input.csv.Missing;
import handgrad.input.csv.Source;
import handgrad.input.data.Task;
import handgrad.lab.Experiment;
import handgrad.lab.Tabular;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A table of the user's, for the experiment {@code csv}. What is not given is null, and found out or left to it. */
final class TableOptions {
    @ArgGroup(exclusive = false, heading = "%nFor the experiment csv:%n")
    private Given given;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    private static final class Given {
        @Option(
                names = "--data",
                paramLabel = "FILE",
                description = "A CSV file. Default: 178 wines of three cultivars.")
        private String data;

        @Option(names = "--label", paramLabel = "COLUMN", description = "What is learnt: a name, or a number from 1.")
        private String label;

        @Option(
                names = "--layers",
                paramLabel = "N",
                split = ",",
                splitSynopsisLabel = ",",
                description = "Widths of the hidden layers and, last, of the output: one a class (for two classes 1 is "
                        + "one sigmoid), 1 for a value. Default: 16 and what fits.")
        private List<Integer> layers;

        @Option(
                names = "--ignore",
                paramLabel = "COLUMN",
                split = ",",
                splitSynopsisLabel = ",",
                description = "Columns that are no features, such as an identifier: names, or numbers from 1.")
        private List<String> ignored;

        @Option(
                names = "--task",
                paramLabel = "TASK",
                description = "classification or regression. Default: classification for text, and for at most 20 "
                        + "different whole numbers that come twice on average.")
        private String task;

        @Option(
                names = "--test-share",
                paramLabel = "X",
                description = "Share kept for the test, below 1. Default: 0.2.")
        private Double testShare;

        @Option(names = "--no-standardise", description = "Features as they are, not with mean 0 and deviation 1.")
        private boolean asTheyAre;

        @Option(
                names = "--missing",
                paramLabel = "HOW",
                description = "Empty cells: refuse, drop (the line), mean (of the training set). Default: refuse.")
        private String missing;

        @Option(
                names = "--header",
                paramLabel = "HEADER",
                description = "auto, yes or no: does line 1 name the columns?")
        private String header;

        @Option(
                names = "--delimiter",
                paramLabel = "D",
                description = "comma, semicolon, tab or pipe, or the character. Default: found out.")
        private String delimiter;

        @Option(names = "--decimal", paramLabel = "D", description = "point or comma: 1.5 or 1,5. Default: point.")
        private String decimal;

        @Option(
                names = "--encoding",
                paramLabel = "NAME",
                description = "Such as windows-1252. Default: by the byte order mark, else UTF-8.")
        private String encoding;
    }

    /**
     * The experiments, made on the user's table where one was described.
     *
     * @param named whether they were named
     * @throws InputException if a table was described for experiments that take none, or if it is not fit
     */
    List<Experiment> over(List<Experiment> experiments, boolean named) {
        if (given == null) {
            return experiments;
        }
        if (!named || experiments.isEmpty()) {
            throw new InputException("%s: is for the experiment csv, which was not named".formatted(first()));
        }
        return experiments.stream().map(this::over).toList();
    }

    private Experiment over(Experiment experiment) {
        if (!(experiment instanceof Tabular tabular)) {
            throw new InputException(
                    "%s: is for the experiment csv, %s has data of its own".formatted(first(), experiment.name()));
        }
        return tabular.on(options(tabular.own()), layers());
    }

    /** The first option of these that was given. */
    private String first() {
        return spec.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> option.group() != null)
                .map(OptionSpec::longestName)
                .findFirst()
                .orElseThrow();
    }

    private List<Integer> layers() {
        if (given.layers == null) {
            return List.of();
        }
        String widths = given.layers.stream().map(String::valueOf).collect(Collectors.joining(","));
        if (spec.commandLine().getParseResult().hasMatchedOption("--hidden")) {
            throw new InputException(
                    "--layers %s: names the hidden layers too, expected no --hidden beside it".formatted(widths));
        }
        if (!given.layers.stream().allMatch(width -> width >= 1 && width <= 100_000)) {
            throw new InputException("--layers %s: expected widths from 1 to 100000".formatted(widths));
        }
        return given.layers;
    }

    private CsvOptions options(CsvOptions own) {
        Optional<Source> file = Optional.ofNullable(given.data).map(name -> new FileSource(path(name)));
        return new CsvOptions(
                file.orElse(own.source()),
                given.label != null || file.isPresent() ? Optional.ofNullable(given.label) : own.label(),
                Optional.ofNullable(given.task).map(name -> Named.parse(Task.Kind.class, "task", name)),
                layout(),
                given.missing == null
                        ? Missing.REFUSE
                        : Named.parse(Missing.class, "way with missing values", given.missing),
                given.testShare == null ? CsvOptions.TEST_SHARE : given.testShare,
                !given.asTheyAre,
                given.ignored == null ? List.of() : given.ignored);
    }

    private CsvOptions.Layout layout() {
        return new CsvOptions.Layout(
                given.header == null ? Header.AUTO : Named.parse(Header.class, "header", given.header),
                Optional.ofNullable(given.delimiter).map(Delimiter::parse),
                given.decimal == null ? Decimal.POINT : Named.parse(Decimal.class, "decimal", given.decimal),
                Optional.ofNullable(given.encoding).map(TableOptions::charset));
    }

    private static Path path(String name) {
        if (name.isEmpty()) {
            throw new InputException("--data: expected the name of a file");
        }
        return Paths.of(name);
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw InputException.unknown(
                    "encoding",
                    name,
                    List.of("UTF-8", "UTF-16", "ISO-8859-1", "ISO-8859-15", "windows-1252", "IBM850"));
        }
    }
}
