package handgrad.input.userclass;

import handgrad.InputException;
import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.judge.function.HandFunction;
import handgrad.network.MicroBatch;
import handgrad.network.Network;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Somebody's class, ready to run.
 *
 * @param file the source that it was compiled from, as the user wrote it
 * @param made an object of it: a {@link HandGradient} or a {@link HandFunction}
 */
public record UserClass(Path file, Object made) {
    private static final List<Class<?>> STEP = List.of(Network.class, Parameters.class, Batch.class, double.class);
    private static final List<Class<?>> ACCUMULATE =
            List.of(Network.class, Parameters.class, Batch.class, MicroBatch.class);

    /** The class without its package. */
    public String name() {
        return made.getClass().getSimpleName();
    }

    /**
     * The gradient of networks.
     *
     * @throws InputException if it has that of a function of its own
     */
    public HandGradient gradient() {
        if (made instanceof HandGradient gradient) {
            return gradient;
        }
        throw new InputException("%s: expected a class that implements %s, found one that implements %s"
                .formatted(file, HandGradient.class.getName(), HandFunction.class.getName()));
    }

    /** The function of its own, where it is one. */
    public Optional<HandFunction> function() {
        return made instanceof HandFunction function ? Optional.of(function) : Optional.empty();
    }

    /** Whether it makes steps of its own. */
    public boolean steps() {
        return has("step", STEP);
    }

    /** Whether it adds gradients of micro-batches up. */
    public boolean accumulates() {
        return has("accumulate", ACCUMULATE);
    }

    private boolean has(String name, List<Class<?>> parameters) {
        return Arrays.stream(made.getClass().getMethods())
                .filter(method -> method.getName().equals(name)
                        && List.of(method.getParameterTypes()).equals(parameters))
                .anyMatch(method -> method.getDeclaringClass() != HandGradient.class);
    }
}
