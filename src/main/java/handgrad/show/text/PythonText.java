package handgrad.show.text;

import handgrad.network.Network;
import handgrad.train.Settings;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.nd4j.linalg.api.buffer.DataType;

/** Pieces of the Python program that repeats a run. */
public final class PythonText {
    private PythonText() {}

    /** {@code "sigmoid", "softmax"}. */
    public static String activations(Network network) {
        return network.layers().stream()
                .map(layer -> '"' + layer.activation().id() + '"')
                .collect(Collectors.joining(", "));
    }

    /** A number, or None. */
    public static String threshold(OptionalDouble value) {
        return value.isPresent() ? String.valueOf(value.getAsDouble()) : "None";
    }

    /** NumPy's name of the precision. */
    public static String dtype(Settings settings) {
        return settings.dataType() == DataType.FLOAT ? "float32" : "float64";
    }
}
