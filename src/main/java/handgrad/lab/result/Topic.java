package handgrad.lab.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a run is about.
 *
 * @param variant which run of a study this is; empty where an experiment is one run
 * @param varied the options that a study chooses itself for each of its runs
 * @param question what the experiment asks, in one line
 * @param expectation what a reader should see with the default settings, and why; empty where the settings are others
 * @param arguments what the command line must name besides the settings, such as a file of data
 * @param chosen settings and engines that are others than the experiment's own, wherever a study does not choose them itself
 */
public record Topic(
        String experiment,
        Optional<String> variant,
        Set<String> varied,
        String question,
        Optional<String> expectation,
        List<String> arguments,
        List<Option> chosen) {
    public Topic {
        varied = Set.copyOf(varied);
        arguments = List.copyOf(arguments);
        chosen = List.copyOf(chosen);
    }

    /** The experiment's name, and the variant's where there is one. */
    public String title() {
        return variant.map(name -> experiment + ": " + name).orElse(experiment);
    }

    /** With more that the command line must name: no longer what is expected with the default settings. */
    public Topic with(List<String> words) {
        var all = new ArrayList<>(arguments);
        all.addAll(words);
        return new Topic(experiment, variant, varied, question, Optional.empty(), all, chosen);
    }

    /** The words of the command line that name this run, with those of the chosen options that are taken. */
    public List<String> words(Predicate<Option> taken) {
        var named = variant.stream().map(name -> new Option("--variant", name));
        return Stream.concat(
                        arguments.stream(),
                        Stream.concat(named, chosen.stream().filter(taken)).flatMap(Option::words))
                .toList();
    }

    /** What the user asked for, as words of the command line; none where that was no more than the experiment, or all of a study. */
    public List<String> asked() {
        return Stream.concat(arguments.stream(), chosen.stream().flatMap(Option::words))
                .toList();
    }
}
