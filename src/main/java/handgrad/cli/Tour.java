package handgrad.cli;

import handgrad.input.claim.CaseFile;
import handgrad.lab.Examiner;
import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.lab.result.Verification;
import handgrad.network.Precision;
import handgrad.show.file.ResultsFolder;
import handgrad.train.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** {@code handgrad run} without a name: a mistake that is found, then three networks, shortened so that all take some ten seconds. */
final class Tour {
    /** The worked example with the slope of the sigmoid left out of the hidden layer's delta. */
    static final String MISTAKE = "forgotten-slope.json";

    static final List<Stop> STOPS = List.of(
            new Stop("worked-example", 0, 1000),
            new Stop("xor-cross-entropy", 4, 2500),
            new Stop("digits-softmax", 1, 100));

    private Tour() {}

    /**
     * A run on the way.
     *
     * @param seed of a starting point from which it learns
     */
    record Stop(String name, long seed, int epochs) {
        Experiment experiment() {
            return Experiments.named(name);
        }

        Settings settings() {
            return experiment().defaults().withSeed(seed).withEpochs(epochs);
        }
    }

    /** Writes the case with the mistake where a user finds it, and judges it. */
    static Verification mistake(ResultsFolder folder) {
        folder.write(MISTAKE, text());
        return new Examiner(List.of(), Precision.DOUBLE).examine(CaseFile.read(file(folder)));
    }

    static Path file(ResultsFolder folder) {
        return folder.path().resolve(MISTAKE);
    }

    private static String text() {
        try (InputStream in = Tour.class.getResourceAsStream("tour/" + MISTAKE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
