package handgrad.cli;

import handgrad.InputException;
import handgrad.show.file.ResultsFolder;
import handgrad.show.text.CommandText;
import handgrad.show.text.Screen;
import handgrad.sweep.Checked;
import handgrad.sweep.Criterion;
import handgrad.sweep.Journal;
import handgrad.sweep.Sweep;
import handgrad.sweep.Swept;
import handgrad.train.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code handgrad sweep}. */
@Command(
        name = "sweep",
        description = {
            "Trains an experiment by the hand engine for every combination of some settings, from many starting points, and says what "
                    + "share of the runs learns. Every finished run is kept at once: what was killed goes on with the same command.",
            "",
            "VALUES are 0.1,0.3,1 or 1..2000 (whole numbers), 0.1..1:10 (ten at equal distances), 0.001..1:log7 (seven at "
                    + "equal ratios). Exit code 0: done, 1: a run that was checked does not agree with DL4J, 2: the input is wrong."
        },
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class,
        footer = {
            "",
            "Try: handgrad sweep xor-cross-entropy --seeds 1..200 --hidden 2,3,4",
            "Or: handgrad sweep xor-cross-entropy --seeds 1..100 --learning-rate 0.01..3:log6 --learned \"loss<0.01\""
        })
final class SweepCommand implements Callable<Integer> {
    @Mixin
    private SweepOptions options;

    @Option(
            names = "--learned",
            paramLabel = "WHEN",
            description =
                    "What counts as learned, on the training set, such as \"loss<0.01\", \"accuracy>=0.9\" or \"r2>0.5\". "
                            + "Default: every class told right, or R² of at least 0.8.")
    private String learned;

    @Option(
            names = "--check",
            paramLabel = "K",
            defaultValue = "5",
            description = "Runs that are made again in lockstep with DL4J. Default: ${DEFAULT-VALUE}.")
    private int checks;

    @Mixin
    private WorkerOptions workers;

    @Option(names = "--fresh", description = "Begin anew, and give up what is done.")
    private boolean fresh;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Folder of the results, in a folder sweep-NAME. Default: ${DEFAULT-VALUE}.")
    private Path results;

    @Spec
    private CommandSpec spec;

    private final Pace pace = new Pace();

    @Override
    public Integer call() {
        int atOnce = workers.count();
        if (checks < 0) {
            throw new InputException("--check %d: expected at least 0".formatted(checks));
        }
        Sweep sweep = options.sweep();
        Criterion criterion = learned == null ? Criterion.of(sweep.task()) : Criterion.parse(learned, sweep.task());
        String name = "sweep-" + sweep.experiment().name();
        ResultsFolder folder = ResultsFolder.at(ResultsFolder.at(results).path().resolve(name));
        var output = new SweepOutput(folder, screen(), spec.commandLine().getOut());
        try (Journal journal = Journal.in(folder.path(), sweep, fresh);
                var interruption = new Interruption()) {
            output.announce(sweep, journal.results().done());
            interruption.started();
            try {
                make(sweep, criterion, journal, interruption);
                List<Checked> checked =
                        interruption.requested() ? List.of() : checked(sweep, journal, atOnce, interruption);
                if (interruption.requested()) {
                    output.interrupted(sweep, journal.results().done());
                    return ExitCode.OK;
                }
                var swept = new Swept(sweep, criterion, journal.results(), checked);
                output.finished(swept, command());
                return swept.agrees() ? ExitCode.OK : Ends.FAILED;
            } finally {
                interruption.finished();
            }
        }
    }

    private void make(Sweep sweep, Criterion criterion, Journal journal, Interruption interruption) {
        if (journal.missing(0) == sweep.size()) {
            return;
        }
        try (var progress = new SweepProgress(
                "sweep",
                criterion,
                journal.results().done(),
                sweep.size(),
                pace,
                screen(),
                spec.commandLine().getErr(),
                interruption)) {
            workers.make(sweep, words(), journal, progress);
        }
    }

    /** As it was given. */
    private String command() {
        return "./handgrad "
                + CommandText.text(spec.commandLine().getParseResult().originalArgs());
    }

    /** Those that describe the sweep, as they were given. */
    private List<String> words() {
        var described = spec.mixins().get("options").optionsMap();
        var words = new ArrayList<String>();
        var parsed = spec.commandLine().getParseResult();
        parsed.matchedPositionals().forEach(each -> words.addAll(each.originalStringValues()));
        parsed.matchedOptions().stream()
                .filter(option -> described.containsKey(option.longestName()))
                .forEach(option -> words.add(
                        option.arity().max() == 0
                                ? option.longestName()
                                : option.longestName() + "=" + String.join(",", option.originalStringValues())));
        return words;
    }

    /** None that was not begun before an interruption. */
    private List<Checked> checked(Sweep sweep, Journal journal, int atOnce, Interruption interruption) {
        var progress = new Progress() {
            @Override
            public boolean cancelled() {
                return interruption.requested();
            }
        };
        var checked = new ArrayList<Checked>();
        try (var threads = new SideBySide(atOnce)) {
            List<Future<Optional<Checked>>> begun = Checked.drawn(sweep, checks).stream()
                    .map(run -> journal.results().get(run))
                    .map(run -> threads.begin(() -> interruption.requested()
                            ? Optional.<Checked>empty()
                            : Optional.of(Checked.of(sweep, run, progress))))
                    .toList();
            for (Future<Optional<Checked>> next : begun) {
                String what = "checking with DL4J, %d of %d".formatted(checked.size() + 1, begun.size());
                Working.during(what, screen(), pace, spec.commandLine().getErr(), () -> SideBySide.result(next))
                        .ifPresent(checked::add);
            }
        }
        return checked;
    }

    private Screen screen() {
        return Handgrad.screen(spec);
    }
}
