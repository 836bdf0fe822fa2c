package handgrad.lab.result;

import handgrad.input.data.Sampling;
import handgrad.network.Precision;
import handgrad.train.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An option of the command line.
 *
 * @param name such as {@code --seed}
 * @param value empty where the name says all
 */
public record Option(String name, String value) {
    /** All options that settings and engines come to, in the order in which they are written. */
    public static List<Option> all(Settings settings, List<String> engines) {
        var options = new ArrayList<Option>();
        options.add(new Option("--seed", String.valueOf(settings.seed())));
        options.add(new Option("--epochs", String.valueOf(settings.epochs())));
        options.add(new Option("--updater", settings.descent().rule().id()));
        options.add(number("--learning-rate", settings.descent().learningRate()));
        options.add(number("--l2", settings.descent().l2()));
        if (!settings.hidden().isEmpty()) {
            options.add(new Option("--hidden", joined(settings.hidden())));
        }
        settings.sampling().size().ifPresent(size -> options.add(new Option("--batch-size", String.valueOf(size))));
        if (!settings.sampling().equals(Sampling.full())) {
            options.add(new Option("--order", settings.sampling().order().id()));
        }
        settings.splitSeed().ifPresent(seed -> options.add(new Option("--split-seed", String.valueOf(seed))));
        settings.stopping().loss().ifPresent(loss -> options.add(number("--stop-loss", loss)));
        settings.stopping().step().ifPresent(step -> options.add(number("--stop-step", step)));
        options.add(new Option("--mode", settings.mode().id()));
        options.add(new Option("--engines", joined(engines)));
        if (settings.precision() == Precision.FLOAT) {
            options.add(new Option("--float", ""));
        }
        return List.copyOf(options);
    }

    /** As one writes it: 1.0e-4. */
    private static Option number(String name, double value) {
        return new Option(name, String.valueOf(value).toLowerCase(Locale.ROOT));
    }

    private static String joined(List<?> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** The words that it is written in, one or two. */
    public Stream<String> words() {
        return value.isEmpty() ? Stream.of(name) : Stream.of(name, value);
    }
}
