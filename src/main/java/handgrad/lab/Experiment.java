package handgrad.lab;

import handgrad.lab.result.Run;
import handgrad.train.Settings;
import java.util.List;
import java.util.Set;

/**
 * A question, and how to set up the network and the data that answer it. Where one run cannot answer it, it is a study of
 * several. Instances are immutable.
 */
public interface Experiment {
    /** The name on the command line, such as {@code xor-squared-error}. */
    String name();

    /** The question in one line. */
    String question();

    /** The article that it comes from. */
    default Article article() {
        return Article.NONE;
    }

    /** About how long all of it takes with the default settings, on a laptop of two cores; 0 where nobody has measured it. */
    default int seconds() {
        return 0;
    }

    /**
     * What a reader should see with the default settings, and why; a paragraph. What holds of any run belongs into its findings,
     * made from its figures.
     */
    String expectation();

    /** Whether a run is one that {@link #expectation} speaks of: nothing but what is used where the user chooses nothing. */
    default boolean isExpected(Settings settings, List<EngineKind> kinds) {
        return settings.equals(defaults()) && kinds.equals(engines());
    }

    /** What is used where the user chooses nothing. */
    Settings defaults();

    /** The engines that take part where the user chooses none; the first is compared with the others. */
    default List<EngineKind> engines() {
        return List.of(EngineKind.HAND, EngineKind.DL4J);
    }

    /** The size of the training set, known before it is loaded. */
    int trainingSamples();

    /**
     * Refuses settings that the data cannot be set up with, before anything runs.
     *
     * @throws handgrad.InputException if they do not fit
     */
    default void check(Settings settings) {}

    /** The network, the data and the draw of the starting point for given settings. */
    Setup setup(Settings settings);

    /** The runs of a study, for settings that hold wherever a run does not choose its own; empty where one run will do. */
    default List<Variant> variants(Settings settings) {
        return List.of();
    }

    /** Whether it is several runs. */
    default boolean isStudy() {
        return !variants(defaults()).isEmpty();
    }

    /** The options that the runs of a study choose themselves, such as {@code --learning-rate}. */
    default Set<String> varied() {
        return Set.of();
    }

    /** What the command line must name besides the settings to repeat a run. */
    default List<String> arguments() {
        return List.of();
    }

    /** What the runs have shown, a sentence each, made from their figures. */
    default List<String> findings(List<Run> runs) {
        return List.of();
    }

    /** Whether a run came out as it should. */
    default boolean succeeds(Run run) {
        return run.verdict().success();
    }
}
