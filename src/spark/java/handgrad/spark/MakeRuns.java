package handgrad.spark;

import handgrad.cli.SweepOptions;
import handgrad.engine.Threads;
import handgrad.engine.nd4j.Nd4jSettings;
import handgrad.sweep.Finished;
import handgrad.sweep.Sweep;
import handgrad.sweep.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.SparkFiles;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.Function;

/** What an executor does: reads the words that describe the sweep, and makes the runs of a portion one after another. */
record MakeRuns(List<String> words) implements Function<Portion, List<Finished>> {
    @Override
    public List<Finished> call(Portion portion) {
        Locale.setDefault(Locale.ROOT);
        Nd4jSettings.apply();
        Threads.use(1);
        Sweep sweep = SweepOptions.sweep(words.stream()
                .map(word -> Contexts.shipped(word, SparkFiles::get))
                .toList());
        var trainer = new Trainer(sweep);
        var made = new ArrayList<Finished>();
        try {
            for (long run : portion.runs()) {
                trainer.run(run, () -> TaskContext.get().isInterrupted()).ifPresent(made::add);
            }
            return made;
        } finally {
            Trainer.close();
        }
    }
}
