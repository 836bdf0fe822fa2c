package handgrad.input.userclass;

import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.network.Network;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Somebody's class, ready to run.
 *
 * @param file the source that it was compiled from, as the user wrote it
 */
public record UserClass(Path file, HandGradient gradient) {
    private static final Class<?>[] STEP = {Network.class, Parameters.class, Batch.class, double.class};

    /** The class without its package. */
    public String name() {
        return gradient.getClass().getSimpleName();
    }

    /** Whether it makes steps of its own. */
    public boolean steps() {
        return Arrays.stream(gradient.getClass().getMethods())
                .filter(method -> method.getName().equals("step") && Arrays.equals(method.getParameterTypes(), STEP))
                .anyMatch(method -> method.getDeclaringClass() != HandGradient.class);
    }
}
