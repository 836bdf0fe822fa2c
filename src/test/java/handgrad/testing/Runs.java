package handgrad.testing;

import handgrad.Named;
import handgrad.input.data.Sampling;
import handgrad.lab.EngineKind;
import handgrad.lab.Experiments;
import handgrad.lab.Workbench;
import handgrad.lab.result.Run;
import handgrad.train.Progress;
import handgrad.train.Settings;
import java.util.stream.Stream;
import org.nd4j.linalg.api.buffer.DataType;

/** Short runs for tests that need a whole one. */
public final class Runs {
    private Runs() {}

    /** {@code xor-cross-entropy}, seed 4, full batches, free running, double precision. */
    public static Run xor(int epochs, String... engines) {
        return of("xor-cross-entropy", Settings.of(4, epochs, 0.1, 3), engines);
    }

    /** A step so long that the loss is not finite after it. */
    public static Run diverging() {
        return of("xor-cross-entropy", Settings.of(4, 20, 1e308, 3), "hand", "dl4j");
    }

    /** {@code digits-cross-entropy} with four hidden neurons. */
    public static Run digits(int epochs) {
        return of("digits-cross-entropy", Settings.of(1, epochs, 0.5, 4).withSplitSeed(1), "hand", "dl4j");
    }

    /** Any experiment without a test set, on mini-batches. */
    public static Run batches(String experiment, int epochs, int batchSize, DataType type) {
        var settings = Settings.of(7, epochs, 0.1, 3)
                .withSampling(Sampling.batches(batchSize))
                .withDataType(type);
        return of(experiment, settings, "hand");
    }

    public static Run of(String experiment, Settings settings, String... engines) {
        var kinds = Stream.of(engines)
                .map(name -> Named.parse(EngineKind.class, "engine", name))
                .toList();
        return new Workbench(Experiments.named(experiment), settings, kinds).run(Progress.silent());
    }
}
