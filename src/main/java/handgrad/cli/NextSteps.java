package handgrad.cli;

import handgrad.Shown;
import handgrad.judge.trace.Selection;
import handgrad.lab.result.Option;
import handgrad.lab.result.Run;
import handgrad.show.text.CommandText;
import handgrad.show.text.Screen.Tone;
import handgrad.show.text.Sheet;
import handgrad.show.text.Sheet.Entry;
import handgrad.train.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a user may do next: commands, and what each is good for. */
final class NextSteps {
    private static final Entry FIXED = new Entry("the same again", "once it is fixed");

    /** A longer name of a file is not worth a line. */
    private static final int SHORT = 40;

    private NextSteps() {}

    static void set(Sheet sheet, List<Entry> steps) {
        sheet.gap().say(sheet.screen().in(Tone.STRONG, "Next:")).entries(2, steps);
    }

    /** Of one run, not one of several. */
    static List<Entry> after(Run run, boolean verbose) {
        var steps = new ArrayList<Entry>();
        switch (run.verdict()) {
            case GRADIENTS_DIFFER ->
                steps.add(new Entry(
                        CommandText.verified(run.topic()), "says what is wrong with the gradients of the engines"));
            case OWN_WRONG, OWN_FAILED ->
                steps.add(new Entry("./handgrad verify FILE", "judges your gradient by itself, on small networks"));
            case NOT_FINITE, ENGINES_DIFFER, SINGLE_ENGINE, AGREE -> steps.add(learning(run));
        }
        if (!verbose) {
            steps.add(new Entry(
                    CommandText.again(run.topic(), new Option("--verbose", "")),
                    "how far the engines were apart, and where the time went"));
        }
        return steps;
    }

    private static Entry learning(Run run) {
        Settings settings = run.settings();
        return switch (run.learning()) {
            case LEARNED -> new Entry(traced(run), "follows one sample forward and back, number by number");
            case STILL_FALLING -> again(run, "--epochs", 2 * settings.epochs(), "trains on: the loss still falls");
            case STUCK ->
                again(
                        run,
                        "--seed",
                        settings.seed() + 1,
                        "begins elsewhere; `./handgrad run xor-starting-points` shows how much the start decides");
            case DIVERGED ->
                again(run, "--learning-rate", settings.descent().learningRate() / 10, "takes smaller steps");
        };
    }

    private static Entry again(Run run, String option, Number value, String purpose) {
        return new Entry(CommandText.again(run.topic(), new Option(option, value.toString())), purpose);
    }

    private static String traced(Run run) {
        return run.network().size() <= Selection.READABLE
                ? CommandText.traced(run.topic())
                : CommandText.traced(run.topic(), new Option("--layer", "1"), new Option("--neuron", "0"));
    }

    /** Of several runs. */
    static List<Entry> afterSeveral(Path results) {
        return List.of(
                opened(results), new Entry("./handgrad run NAME --verbose", "one of them again, with every table"));
    }

    private static Entry opened(Path results) {
        String folder = results.equals(Path.of("results")) ? "" : Shown.text(results + " ");
        return new Entry("./handgrad report %s--open".formatted(folder), "opens the pages of all runs in the browser");
    }

    /** Of one name that was verified. */
    static List<Entry> afterVerifying(String name, boolean right, boolean verbose) {
        boolean ofClass = Subjects.isClass(name);
        String given = name.length() <= SHORT ? Shown.text(name) : ofClass ? "FILE.java" : "FILE.json";
        var steps = new ArrayList<Entry>();
        if (ofClass) {
            steps.add(right ? beside("--gradient " + given) : FIXED);
        } else if (Paths.isCase(name)) {
            steps.add(
                    right
                            ? new Entry("./handgrad new mine.py", "a program that is asked at many points, not at one")
                            : FIXED);
            steps.add(new Entry(
                    "./handgrad trace " + given,
                    right ? "each number with its formula" : "each right number with its formula, beside yours"));
        } else {
            steps.add(new Entry("./handgrad run " + given, "trains it"));
        }
        return verbose ? steps : withDetails(steps);
    }

    /** Of a program that was asked. */
    static List<Entry> afterAsking(boolean right, boolean verbose) {
        var steps = new ArrayList<Entry>();
        steps.add(right ? beside("--program COMMAND") : FIXED);
        return verbose ? steps : withDetails(steps);
    }

    private static Entry beside(String option) {
        return new Entry("./handgrad run xor-cross-entropy " + option, "trains along it beside both engines");
    }

    private static List<Entry> withDetails(List<Entry> steps) {
        steps.add(new Entry("--verbose", "the tables that the verdict rests on; --report makes a page of them"));
        return steps;
    }

    static List<Entry> afterListing() {
        return List.of(
                new Entry("./handgrad run NAME", "trains one of them and writes its pages"),
                new Entry("./handgrad trace NAME", "one sample of it, number by number"));
    }

    /** Of the tour. */
    static List<Entry> afterTheTour(Path results) {
        return List.of(
                new Entry(
                        "./handgrad new mine.py",
                        "a file to write a gradient of your own in (.js, .cpp, .java, .rs too)"),
                new Entry("./handgrad verify --program \"python3 mine.py\"", "judges it"),
                new Entry("./handgrad list", "all experiments and studies"),
                new Entry("./handgrad run NAME", "one of them in full"),
                opened(results));
    }
}
