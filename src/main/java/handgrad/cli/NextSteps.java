package handgrad.cli;

import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.lab.result.Option;
import handgrad.lab.result.Topic;
import handgrad.lab.result.Verification;
import handgrad.network.Network;
import handgrad.network.Precision;
import handgrad.show.text.CommandText;
import handgrad.show.text.Screen.Tone;
import handgrad.show.text.Sheet;
import handgrad.show.text.Sheet.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a user may do next: commands, and what each is good for. What follows on runs is in {@link AfterRuns}. */
final class NextSteps {
    static final Entry FIXED = new Entry("the same again", "once it is fixed");

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
}
