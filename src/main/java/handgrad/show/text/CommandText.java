package handgrad.show.text;

import handgrad.lab.result.Option;
import handgrad.lab.result.Run;
import handgrad.lab.result.Topic;
import handgrad.train.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command lines that repeat runs. */
public final class CommandText {
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
        return line(topic, words);
    }

    /** Of all runs of a study. */
    public static String of(Topic topic) {
        return line(topic, topic.asked());
    }

    private static String line(Topic topic, List<String> words) {
        return words.isEmpty()
                ? "./handgrad run " + topic.experiment()
                : "./handgrad run %s %s".formatted(topic.experiment(), text(words));
    }

    /** Words as they are typed. */
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

    /** Words as a shell takes them. */
    public static String joined(List<String> words) {
        return words.stream().map(CommandText::quoted).collect(Collectors.joining(" "));
    }

    /** As a shell takes it for one word. */
    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}._/,=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
