package handgrad.sweep;

import handgrad.Figures;
import handgrad.InputException;
import handgrad.engine.Batch;
import handgrad.input.data.Task;
import handgrad.lab.EngineKind;
import handgrad.lab.Experiment;
import handgrad.lab.Setup;
import handgrad.lab.Workbench;
import handgrad.lab.result.Provenance;
import handgrad.train.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which runs there are: every combination of the values of some settings, each from every seed. Runs are counted from 0, the seed
 * fastest, then the settings from the last of {@link Choice} to the first.
 *
 * @param base the settings where no axis chooses
 * @param axes in the order of {@link Choice}; the last is the seed
 */
public record Sweep(Experiment experiment, Settings base, List<Axis> axes, Task.Kind task) {
    /** More than this nobody waits for, and no table of them fits. */
    public static final long MOST = 100_000_000;

    /** Of an axis of more values only the ends are tried out. */
    private static final long TRIED = 1000;

    public Sweep {
        axes = List.copyOf(axes);
    }

    /**
     * All that can be wrong is found out here, before any run is made.
     *
     * @param base precision, and what no axis chooses
     * @param given one axis a setting at most; without seeds there is one, that of {@code base}
     * @throws InputException if the experiment is a study, if there are too many runs, or if one of them cannot be set up
     */
    public static Sweep of(Experiment experiment, Settings base, List<Axis> given) {
        if (!experiment.variants(base).isEmpty()) {
            throw new InputException(
                    "%s: is a study of several runs, expected an experiment of one run".formatted(experiment.name()));
        }
        var axes = new ArrayList<Axis>();
        for (Choice choice : Choice.values()) {
            given.stream().filter(axis -> axis.choice() == choice).findFirst().ifPresent(axes::add);
        }
        if (axes.isEmpty() || axes.get(axes.size() - 1).choice() != Choice.SEED) {
            axes.add(new Axis(Choice.SEED, new Values.Counted(base.seed(), base.seed())));
        }
        checkCount(axes);
        boolean split = axes.stream().anyMatch(axis -> axis.choice() == Choice.SPLIT_SEED);
        if (split && base.splitSeed().isEmpty()) {
            throw new InputException("--split-seed: %s has no test set to split off".formatted(experiment.name()));
        }
        Settings first = base;
        for (Axis axis : axes) {
            first = axis.choice().over(first, axis.at(0));
        }
        var tried = new Sweep(
                experiment, base, axes, experiment.setup(first).split().task().kind());
        tried.tryOut(first);
        return tried;
    }

    private static void checkCount(List<Axis> axes) {
        double count = axes.stream().mapToDouble(Axis::count).reduce(1, (a, b) -> a * b);
        if (count > MOST) {
            throw new InputException("%s combinations: expected at most %s"
                    .formatted(count < 1e15 ? Figures.number((long) count) : Figures.of(count), Figures.number(MOST)));
        }
    }

    /** Each value once, beside the first of all others. */
    private void tryOut(Settings first) {
        for (Axis axis : axes) {
            long step = axis.count() <= TRIED && axis.choice() != Choice.SEED ? 1 : Math.max(1, axis.count() - 1);
            for (long i = 0; i < axis.count(); i += step) {
                Settings settings = axis.choice().over(first, axis.at(i));
                new Workbench(experiment, settings, List.of(EngineKind.HAND)).start();
            }
        }
    }

    /** How many runs there are. */
    public long size() {
        return combinations() * seeds();
    }

    /** How many combinations there are of all settings but the seed. */
    public long combinations() {
        return axes.subList(0, axes.size() - 1).stream().mapToLong(Axis::count).reduce(1, (a, b) -> a * b);
    }

    /** How many runs each combination has. */
    public long seeds() {
        return axes.get(axes.size() - 1).count();
    }

    /** The position of a run on each axis. */
    public long[] position(long run) {
        long[] position = new long[axes.size()];
        long rest = run;
        for (int k = axes.size() - 1; k >= 0; k--) {
            position[k] = rest % axes.get(k).count();
            rest /= axes.get(k).count();
        }
        return position;
    }

    /** The value of a run on each axis. */
    public List<String> values(long run) {
        long[] position = position(run);
        var values = new ArrayList<String>();
        for (int k = 0; k < position.length; k++) {
            values.add(axes.get(k).at(position[k]));
        }
        return values;
    }

    public Settings settings(long run) {
        List<String> values = values(run);
        Settings settings = base;
        for (int k = 0; k < values.size(); k++) {
            settings = axes.get(k).choice().over(settings, values.get(k));
        }
        return settings;
    }

    /** The words after {@code handgrad run} that make a run again in full. */
    public List<String> words(long run) {
        List<String> values = values(run);
        var words = new ArrayList<String>(List.of(experiment.name()));
        words.addAll(experiment.arguments());
        for (int k = 0; k < values.size(); k++) {
            Choice choice = axes.get(k).choice();
            words.add(choice.runOption());
            words.add(choice.runValue(values.get(k)));
        }
        if (!base.dataType().equals(experiment.defaults().dataType())) {
            words.add("--float");
        }
        return words;
    }

    /** All that decides what its runs come to, by name: two sweeps of one identity have the same runs. */
    public Map<String, String> identity() {
        var identity = new LinkedHashMap<String, String>();
        identity.put("program", Provenance.versions().getProperty("handgrad"));
        identity.put("experiment", experiment.name());
        identity.put("arguments", String.join(" ", experiment.arguments()));
        identity.put("precision", base.precision().name());
        for (Choice choice : Choice.values()) {
            identity.put(
                    choice.option(),
                    axis(choice).map(axis -> axis.values().text()).orElseGet(() -> choice.of(base)));
        }
        identity.put("samples", samples());
        return identity;
    }

    public Optional<Axis> axis(Choice choice) {
        return axes.stream().filter(axis -> axis.choice() == choice).findFirst();
    }

    /** A digest of the numbers that the first run learns from. */
    private String samples() {
        Setup setup = experiment.setup(settings(0));
        var digest = new Digest();
        Stream.concat(Stream.of(setup.split().train()), setup.split().test().stream())
                .map(Batch::samples)
                .flatMap(samples -> Stream.of(samples.x(), samples.y()))
                .flatMap(Arrays::stream)
                .forEach(digest::add);
        return digest.hex();
    }
}
