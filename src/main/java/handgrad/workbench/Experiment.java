package handgrad.workbench;

import handgrad.train.Settings;
import java.util.List;

/** A question, and how to set up the network and the data that answer it. Instances hold no state. */
public interface Experiment {
    /** The name on the command line, such as {@code xor-squared-error}. */
    String name();

    /** The question in one line. */
    String question();

    /** What a reader should see, and why; a paragraph for the report. */
    String expectation();

    /** What is used where the user chooses nothing. */
    Settings defaults();

    /** The engines that take part where the user chooses none; the first is compared with the others. */
    default List<EngineKind> engines() {
        return List.of(EngineKind.HAND, EngineKind.DL4J);
    }

    /** The size of the training set, known before it is loaded. */
    int trainingSamples();

    /** The network, the data and the draw of the starting point for given settings. */
    Setup setup(Settings settings);
}
