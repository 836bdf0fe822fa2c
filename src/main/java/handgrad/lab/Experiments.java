package handgrad.lab;

import handgrad.InputException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** All experiments on the class path, by name. */
public final class Experiments {
    private Experiments() {}

    public static List<Experiment> all() {
        return ServiceLoader.load(Experiment.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Experiment::name).reversed())
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
