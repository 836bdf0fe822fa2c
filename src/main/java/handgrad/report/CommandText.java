package handgrad.report;

import handgrad.data.Sampling;
import handgrad.engine.Descent;
import handgrad.train.Settings;
import handgrad.train.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;

/** The command line that repeats a run. */
public final class CommandText {
    private CommandText() {}

    /** With every option that matters written out; of a study's run those that the study does not choose itself. */
    public static String of(Run run) {
        var words = new ArrayList<>(List.of("./handgrad", "run", run.experiment()));
        words.addAll(run.topic().arguments());
        run.topic().variant().ifPresent(name -> words.addAll(List.of("--variant", quoted(name))));
        if (run.topic().variant().isEmpty()) {
            words.addAll(options(run));
        }
        words.addAll(List.of("--mode", run.settings().mode().id()));
        words.addAll(List.of("--engines", engines(run.training())));
        if (run.settings().dataType() == DataType.FLOAT) {
            words.add("--float");
        }
        return String.join(" ", words);
    }

    private static List<String> options(Run run) {
        Settings settings = run.settings();
        var words = new ArrayList<>(List.of("--seed", String.valueOf(settings.seed())));
        words.addAll(List.of("--epochs", String.valueOf(settings.epochs())));
        words.addAll(descent(settings.descent()));
        // Where the arguments name all layers, the hidden ones are among them.
        if (!settings.hidden().isEmpty() && !run.topic().arguments().contains("--layers")) {
            String widths = settings.hidden().stream().map(String::valueOf).collect(Collectors.joining(","));
            words.addAll(List.of("--hidden", widths));
        }
        settings.sampling().size().ifPresent(size -> words.addAll(List.of("--batch-size", String.valueOf(size))));
        if (settings.sampling().order() != Sampling.Order.SHUFFLED) {
            words.addAll(List.of("--order", settings.sampling().order().id()));
        }
        settings.splitSeed().ifPresent(seed -> words.addAll(List.of("--split-seed", String.valueOf(seed))));
        settings.stopping().loss().ifPresent(loss -> words.addAll(List.of("--stop-loss", String.valueOf(loss))));
        settings.stopping().step().ifPresent(step -> words.addAll(List.of("--stop-step", String.valueOf(step))));
        return words;
    }

    private static List<String> descent(Descent descent) {
        return List.of("--learning-rate", String.valueOf(descent.learningRate()));
    }

    /** An own gradient comes with its experiment. */
    private static String engines(TrainingRecord training) {
        return training.results().stream()
                .map(TrainingRecord.Result::engine)
                .filter(name -> !name.equals(Run.OWN))
                .collect(Collectors.joining(","));
    }

    /** As a shell takes it for one word. */
    public static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}._/,=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
