package handgrad.show.text;

import handgrad.lab.result.Option;
import handgrad.lab.result.Run;
import handgrad.lab.result.Topic;
import handgrad.train.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command lines that repeat runs. */
public final class CommandText {
    /** What a trace, which is of the engine by hand alone, does without. */
    private static final Set<String> UNTRACED = Set.of("--engines", "--mode");
    /** What a verification, which is of the starting point, takes. */
    private static final Set<String> VERIFIED = Set.of("--seed", "--hidden", "--split-seed", "--engines", "--float");

    /** Single precision. */
    private static final Option FLOAT = new Option("--float", "");

    private CommandText() {}

    /** Of a run: with every option written out but for those that a study chooses itself for each of its runs. */
    public static String of(Run run) {
        Topic topic = run.topic();
        var words = new ArrayList<>(topic.arguments());
        topic.variant().ifPresent(name -> words.addAll(List.of("--variant", name)));
        Option.all(run.settings(), engines(run.training())).stream()
                .filter(option -> !topic.varied().contains(option.name()))
                // Where the arguments name all layers, the hidden ones are among them.
                .filter(option ->
                        !option.name().equals("--hidden") || !topic.arguments().contains("--layers"))
                .flatMap(Option::words)
                .forEach(words::add);
        return line("run", topic, words);
    }

    /** Of all runs of a study. */
    public static String of(Topic topic) {
        return line("run", topic, topic.asked());
    }

    /** The same run again: what the user asked for, with some options added or in the place of others. */
    public static String again(Topic topic, Option... others) {
        return line("run", topic, words(topic, option -> true, others));
    }

    /** A sample of the same run, followed through the network. */
    public static String traced(Topic topic, Option... others) {
        return line("trace", topic, words(topic, option -> !UNTRACED.contains(option.name()), others));
    }

    /** Its engines' gradients at its starting point, verified; not somebody's own beside them. */
    public static String verified(Topic topic) {
        List<String> words = new ArrayList<>(words(topic, option -> VERIFIED.contains(option.name())));
        for (String own : List.of("--gradient", "--program")) {
            int at = words.indexOf(own);
            if (at >= 0) {
                words.subList(at, at + 2).clear();
            }
        }
        return line("verify", topic, words);
    }

    /** Somebody's own program in a run, verified by itself; empty where there is none. */
    public static Optional<String> verifiedProgram(Topic topic) {
        int at = topic.arguments().indexOf("--program");
        String single = topic.chosen().contains(FLOAT) ? " --float" : "";
        return at < 0
                ? Optional.empty()
                : Optional.of("./handgrad verify " + text(topic.arguments().subList(at, at + 2)) + single);
    }

    private static List<String> words(Topic topic, Predicate<Option> taken, Option... more) {
        List<Option> others = List.of(more);
        Set<String> replaced = others.stream().map(Option::name).collect(Collectors.toSet());
        List<String> own = topic.words(option -> taken.test(option) && !replaced.contains(option.name()));
        return Stream.concat(own.stream(), others.stream().flatMap(Option::words))
                .toList();
    }

    private static String line(String command, Topic topic, List<String> words) {
        String start = "./handgrad %s %s".formatted(command, topic.experiment());
        return words.isEmpty() ? start : start + " " + text(words);
    }

    /** Words as a shell takes them. */
    public static String text(List<String> words) {
        return words.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    /** An own gradient comes with its experiment. */
    private static List<String> engines(TrainingRecord training) {
        return training.results().stream()
                .map(TrainingRecord.Result::engine)
                .filter(name -> !name.equals(Run.OWN))
                .toList();
    }

    /** As a shell takes it for one word. */
    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}._/,=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
