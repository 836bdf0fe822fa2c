package handgrad.cli;

import handgrad.judge.trace.Selection;
import handgrad.lab.result.Option;
import handgrad.lab.result.Run;
import handgrad.lab.result.Topic;
import handgrad.show.text.CommandText;
import handgrad.show.text.Sheet.Entry;
import handgrad.train.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a user may do next after runs.
 *
 * @param results the folder that they were written to, and that another run is to be written to
 * @param verbose whether every table has been shown already
 */
record AfterRuns(Path results, boolean verbose) {
    private static final Path DEFAULT = Path.of("results");

    /** Of one run, not one of several. */
    List<Entry> one(Run run) {
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
                        .orElse(NextSteps.FIXED));
            case NOT_FINITE, ENGINES_DIFFER, SINGLE_ENGINE, AGREE ->
                learning(run).ifPresent(steps::add);
        }
        if (!verbose) {
            steps.add(new Entry(
                    again(run.topic(), new Option("--verbose", "")),
                    "how far the engines were apart, and where the time went"));
        }
        return steps;
    }

    private Optional<Entry> learning(Run run) {
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
    private Optional<Entry> again(Run run, String option, Number value, String purpose) {
        Topic topic = run.topic();
        return topic.variant().isPresent()
                ? Optional.empty()
                : Optional.of(new Entry(again(topic, new Option(option, value.toString())), purpose));
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
    List<Entry> several(Run one) {
        var steps = new ArrayList<>(List.of(opened()));
        if (!verbose) {
            steps.add(
                    new Entry(again(one.topic(), new Option("--verbose", "")), "one of them again, with every table"));
        }
        return steps;
    }

    private Entry opened() {
        String folder =
                elsewhere().map(dir -> CommandText.text(List.of(dir)) + " ").orElse("");
        return new Entry("./handgrad report %s--open".formatted(folder), "opens the pages of all runs in the browser");
    }

    private String again(Topic topic, Option more) {
        return CommandText.again(
                topic,
                Stream.concat(Stream.of(more), elsewhere().map(dir -> new Option("--results", dir)).stream())
                        .toArray(Option[]::new));
    }

    /** The folder, if it is not the default. */
    private Optional<String> elsewhere() {
        return results.equals(DEFAULT) ? Optional.empty() : Optional.of(results.toString());
    }

    /** Of the tour. */
    List<Entry> tour() {
        return List.of(
                new Entry(
                        "./handgrad new mine.py",
                        "a file to write a gradient of your own in (.js, .cpp, .java, .rs too)"),
                new Entry("./handgrad verify --program \"python3 mine.py\"", "judges it"),
                new Entry("./handgrad list", "all experiments and studies"),
                new Entry(
                        "./handgrad run NAME"
                                + elsewhere()
                                        .map(dir -> " " + CommandText.text(List.of("--results", dir)))
                                        .orElse(""),
                        "one of them in full"),
                opened());
    }
}
