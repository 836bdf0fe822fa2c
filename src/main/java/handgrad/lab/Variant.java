package handgrad.lab;

import handgrad.train.Settings;
import java.util.function.Function;

/**
 * One of the runs of a study.
 *
 * @param name what tells it from the others, as after {@code --variant}
 */
public record Variant(String name, Settings settings, Function<Settings, Setup> setup) {}
