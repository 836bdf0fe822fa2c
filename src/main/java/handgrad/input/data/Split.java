package handgrad.input.data;

import handgrad.engine.Batch;
import java.util.Optional;

/**
 * The samples that a run learns from and, where there are any, those that it is tested on.
 *
 * @param picture what each input shows, if it is a picture
 * @param python the lines of Python that make the same {@code x}, {@code y} and {@code x_test}, {@code y_test}
 */
public record Split(Batch train, Optional<Batch> test, Task task, Optional<Picture> picture, String python) {
    /**
     * Inputs that are the pixels of a picture, row by row.
     *
     * @param brightest the largest value of a pixel
     */
    public record Picture(int rows, int columns, double brightest) {}

    /** Inputs that are no pictures. */
    public Split(Batch train, Optional<Batch> test, Task task, String python) {
        this(train, test, task, Optional.empty(), python);
    }

    /** Classes that are named by their number. */
    public Split(Batch train, Optional<Batch> test, String python) {
        this(train, test, Task.numbered(train.y()), python);
    }
}
