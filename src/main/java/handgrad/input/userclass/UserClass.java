package handgrad.input.userclass;

import java.nio.file.Path;

/**
 * Somebody's class, ready to run.
 *
 * @param file the source that it was compiled from, as the user wrote it
 */
public record UserClass(Path file, HandGradient gradient) {
    /** The class without its package. */
    public String name() {
        return gradient.getClass().getSimpleName();
    }
}
