package handgrad.cli;

import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.show.text.Screen;
import handgrad.show.text.Screen.Tone;
import handgrad.show.text.Sheet;
import handgrad.show.text.Sheet.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code handgrad list}. */
@Command(
        name = "list",
        description =
                "Lists every experiment with the question it answers. Says whether it is a study, and how long it "
                        + "takes. By article, the quick ones first; where the output is no terminal, a line each that begins with its name.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class)
final class ListCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Screen screen = Handgrad.screen(spec);
        var sheet = new Sheet(screen);
        List<Experiment> all = Experiments.all();
        if (screen.terminal()) {
            all.stream()
                    .collect(Collectors.groupingBy(Experiment::article, TreeMap::new, Collectors.toList()))
                    .forEach((article, experiments) -> sheet.say(screen.in(Tone.STRONG, article.title()))
                            .entries(2, entries(experiments))
                            .gap());
            sheet.say("A study compares several runs. Times are of all of it, on a laptop of two cores.");
            NextSteps.set(sheet, NextSteps.afterListing());
        } else {
            sheet.entries(0, entries(all));
        }
        var out = spec.commandLine().getOut();
        out.print(sheet);
        out.flush();
    }

    private static List<Entry> entries(List<Experiment> experiments) {
        return experiments.stream()
                .map(each -> new Entry(each.name(), each.question() + extent(each)))
                .toList();
    }

    /** {@code  (study, 15 s)}. */
    private static String extent(Experiment experiment) {
        var words = new ArrayList<String>();
        if (experiment.isStudy()) {
            words.add("study");
        }
        if (experiment.seconds() > 0) {
            words.add("%d s".formatted(experiment.seconds()));
        }
        return words.isEmpty() ? "" : " (%s)".formatted(String.join(", ", words));
    }
}
