package handgrad.lab;

import handgrad.InputException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** All experiments on the class path: by article, in each the quick ones first. */
public final class Experiments {
    private static final Comparator<Experiment> ORDER = Comparator.comparing(Experiment::article)
            .thenComparing(Experiment::seconds)
            .thenComparing(Experiment::name);

    private Experiments() {}

    public static List<Experiment> all() {
        return ServiceLoader.load(Experiment.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(ORDER)
                .toList();
    }

    /**
     * The experiment of a given name.
     *
     * @throws InputException if there is none of that name; the message gives the nearest one
     */
    public static Experiment named(String name) {
        List<Experiment> all = all();
        return all.stream()
                .filter(experiment -> experiment.name().equals(name))
                .findFirst()
                .orElseThrow(() -> InputException.unknown(
                        "experiment", name, all.stream().map(Experiment::name).toList()));
    }
}
