package handgrad.data;

import handgrad.network.Batch;
import java.util.Optional;

/**
 * The samples that a run learns from and, where there are any, those that it is tested on.
 *
 * @param python the lines of Python that make the same {@code x}, {@code y} and {@code x_test}, {@code y_test}
 */
public record Split(Batch train, Optional<Batch> test, Task task, String python) {
    /** Classes that are named by their number. */
    public Split(Batch train, Optional<Batch> test, String python) {
        this(train, test, Task.numbered(train.y()), python);
    }
}
