package handgrad.cli;

import handgrad.judge.trace.Selection;
import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.lab.result.Option;
import handgrad.lab.result.Run;
import handgrad.lab.result.Topic;
import handgrad.lab.result.Verification;
import handgrad.network.Network;
import handgrad.network.Precision;
import handgrad.show.text.CommandText;
import handgrad.show.text.Screen.Tone;
import handgrad.show.text.Sheet;
import handgrad.show.text.Sheet.Entry;
import handgrad.train.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a user may do next: commands, and what each is good for. */
final class NextSteps {
    private static final Entry FIXED = new Entry("the same again", "once it is fixed");

    /** One for each loss that experiments have, the smallest first. */
    private static final List<String> TRAINABLE = List.of(
            "xor-cross-entropy", "xor-squared-error", "worked-example", "digits-cross-entropy", "digits-softmax");

    /** A longer name of a file is not worth a line. */
    private static final int SHORT = 72;

    private NextSteps() {}

    static void set(Sheet sheet, List<Entry> steps) {
        if (!steps.isEmpty()) {
            sheet.gap().say(sheet.screen().in(Tone.STRONG, "Next:")).entries(2, steps);
        }
    }

    /** Of one run, not one of several. */
    static List<Entry> after(Run run, boolean verbose) {
        var steps = new ArrayList<Entry>();
        switch (run.verdict()) {
            case GRADIENTS_DIFFER ->
                steps.add(
                        run.own().isPresent()
                                ? new Entry(traced(run), "each number of a sample, yours beside the right one")
                                : new Entry(
                                        CommandText.verified(run.topic()),
                                        "says what is wrong with the gradients of the engines"));
            case OWN_WRONG, OWN_FAILED ->
                steps.add(CommandText.verifiedProgram(run.topic())
                        .map(own -> new Entry(own, "judges your gradient and step by themselves, on small networks"))
                        .orElse(FIXED));
            case NOT_FINITE, ENGINES_DIFFER, SINGLE_ENGINE, AGREE ->
                learning(run).ifPresent(steps::add);
        }
        if (!verbose) {
            steps.add(new Entry(
                    CommandText.again(run.topic(), new Option("--verbose", "")),
                    "how far the engines were apart, and where the time went"));
        }
        return steps;
    }

    private static Optional<Entry> learning(Run run) {
        Settings settings = run.settings();
        return switch (run.learning()) {
            case LEARNED ->
                Optional.of(new Entry(traced(run), "follows one sample forward and back, number by number"));
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

    /** None of a study's run, which is named by what the study chooses. */
    private static Optional<Entry> again(Run run, String option, Number value, String purpose) {
        Topic topic = run.topic();
        return topic.variant().isPresent()
                ? Optional.empty()
                : Optional.of(new Entry(CommandText.again(topic, new Option(option, value.toString())), purpose));
    }

    private static String traced(Run run) {
        return run.network().size() <= Selection.READABLE
                ? CommandText.traced(run.topic())
                : CommandText.traced(run.topic(), new Option("--layer", "1"), new Option("--neuron", "0"));
    }

    /**
     * Of several runs.
     *
     * @param one of them
     */
    static List<Entry> afterSeveral(Run one, Path results, boolean verbose) {
        var steps = new ArrayList<>(List.of(opened(results)));
        if (!verbose) {
            steps.add(new Entry(
                    CommandText.again(one.topic(), new Option("--verbose", "")),
                    "one of them again, with every table"));
        }
        return steps;
    }

    private static Entry opened(Path results) {
        String folder = results.equals(Path.of("results")) ? "" : CommandText.text(List.of(results.toString())) + " ";
        return new Entry("./handgrad report %s--open".formatted(folder), "opens the pages of all runs in the browser");
    }

    /** Of a case file that was verified. */
    static List<Entry> afterCase(String name, boolean right, List<Entry> details) {
        String given = name.length() <= SHORT ? CommandText.text(List.of(name)) : "FILE.json";
        var steps = new ArrayList<Entry>();
        steps.add(
                right
                        ? new Entry("./handgrad new mine.py", "a program that is asked at many points, not at one")
                        : FIXED);
        steps.add(new Entry(
                "./handgrad trace " + given,
                right ? "each number with its formula" : "each right number with its formula, beside yours"));
        steps.addAll(details);
        return steps;
    }

    /** Of a run's start that was verified. */
    static List<Entry> afterStart(Topic topic, List<Entry> details) {
        var steps = new ArrayList<>(List.of(new Entry(CommandText.again(topic), "trains it")));
        steps.addAll(details);
        return steps;
    }

    /**
     * Of a Java class or a program that was verified.
     *
     * @param own the option that names it
     * @param judged what it was asked; empty for a function of its own
     */
    static List<Entry> afterOwn(
            Option own, Precision precision, List<Verification> judged, boolean right, List<Entry> details) {
        var steps = new ArrayList<Entry>();
        if (right) {
            String single = precision == Precision.FLOAT ? " --float" : "";
            String words = CommandText.text(own.words().toList()) + single;
            fitting(judged)
                    .map(experiment -> "./handgrad run %s %s".formatted(experiment, words))
                    .map(command -> new Entry(command, "trains along it beside both engines"))
                    .ifPresent(steps::add);
        } else if (judged.isEmpty()
                || judged.stream().anyMatch(answer -> answer.judged().isPresent())) {
            steps.add(FIXED);
        }
        steps.addAll(details);
        return steps;
    }

    /** An experiment with the loss, and its reduction, of one of the networks that were judged. */
    private static Optional<String> fitting(List<Verification> judged) {
        return TRAINABLE.stream()
                .filter(name -> {
                    Experiment experiment = Experiments.named(name);
                    Network trained = experiment.setup(experiment.defaults()).network();
                    return judged.stream()
                            .map(answer -> answer.question().network())
                            .anyMatch(network -> network.loss().equals(trained.loss())
                                    && network.reduction() == trained.reduction());
                })
                .findFirst();
    }

    /** Where more is to be read. */
    static List<Entry> details(boolean verbose, boolean report) {
        String page = report ? "" : "; --report makes a page of them";
        return verbose ? List.of() : List.of(new Entry("--verbose", "the tables that the verdict rests on" + page));
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
