package handgrad.show.text;

import handgrad.lab.result.Run;
import handgrad.train.Settings;
import handgrad.train.TrainingRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;

/** The command line that repeats a run. */
public final class CommandText {
    private CommandText() {}

    /** With every option written out but for those that a study chooses itself for each of its runs. */
    public static String of(Run run) {
        var words = new ArrayList<>(List.of("./handgrad", "run", run.experiment()));
        run.topic().arguments().forEach(word -> words.add(quoted(word)));
        run.topic().variant().ifPresent(name -> words.addAll(List.of("--variant", quoted(name))));
        options(run).forEach((option, value) -> {
            if (!run.topic().varied().contains(option)) {
                words.addAll(List.of(option, value));
            }
        });
        words.addAll(List.of("--mode", run.settings().mode().id()));
        words.addAll(List.of("--engines", engines(run.training())));
        if (run.settings().dataType() == DataType.FLOAT) {
            words.add("--float");
        }
        return String.join(" ", words);
    }

    private static Map<String, String> options(Run run) {
        Settings settings = run.settings();
        var options = new LinkedHashMap<String, String>();
        options.put("--seed", String.valueOf(settings.seed()));
        options.put("--epochs", String.valueOf(settings.epochs()));
        options.put("--updater", settings.descent().rule().id());
        options.put("--learning-rate", String.valueOf(settings.descent().learningRate()));
        options.put("--l2", String.valueOf(settings.descent().l2()));
        // Where the arguments name all layers, the hidden ones are among them.
        if (!settings.hidden().isEmpty() && !run.topic().arguments().contains("--layers")) {
            options.put(
                    "--hidden", settings.hidden().stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        settings.sampling().size().ifPresent(size -> {
            options.put("--batch-size", String.valueOf(size));
            options.put("--order", settings.sampling().order().id());
        });
        settings.splitSeed().ifPresent(seed -> options.put("--split-seed", String.valueOf(seed)));
        settings.stopping().loss().ifPresent(loss -> options.put("--stop-loss", String.valueOf(loss)));
        settings.stopping().step().ifPresent(step -> options.put("--stop-step", String.valueOf(step)));
        return options;
    }

    /** An own gradient comes with its experiment. */
    private static String engines(TrainingRecord training) {
        return training.results().stream()
                .map(TrainingRecord.Result::engine)
                .filter(name -> !name.equals(Run.OWN))
                .collect(Collectors.joining(","));
    }

    /** As a shell takes it for one word. */
    private static String quoted(String word) {
        return word.matches("[\\p{L}\\p{N}._/,=+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
