package sine;

import handgrad.engine.Batch;
import handgrad.input.data.Split;
import handgrad.input.data.Task;
import java.util.Optional;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** The sine over one period, as values and as 21 classes. */
final class Sine {
    /** -1.0, -0.9, ..., 1.0. */
    static final int CLASSES = 21;

    static final int SAMPLES = 64;

    private static final String POINTS = """
            points = np.linspace(-np.pi, np.pi, 64).reshape(-1, 1)
            between = ((points[:-1] + points[1:]) / 2)
            """;

    private Sine() {}

    /** Sixty-four points from -pi to pi to learn from, the sixty-three between them for the test; targets sin(x). */
    static Split values(DataType type) {
        var task = Task.values();
        var python = POINTS + """
                x, y = points, np.sin(points)
                x_test, y_test = between, np.sin(between)
                """;
        return split(type, task, x -> new double[] {Math.sin(x)}, python);
    }

    /** The same points; the class of x is sin(x) rounded to tenths, one-hot. */
    static Split classes(DataType type) {
        var task = Task.classes(IntStream.range(0, CLASSES)
                .mapToObj(k -> String.valueOf(value(k)))
                .toList());
        var python = POINTS + """
                one_hot = lambda x: np.eye(21)[np.floor(10 * np.sin(x[:, 0]) + 10.5).astype(int)]
                x, y = points, one_hot(points)
                x_test, y_test = between, one_hot(between)
                """;
        return split(type, task, Sine::oneHot, python);
    }

    /** The value that a class stands for. */
    static double value(int k) {
        return (k - 10) / 10.0;
    }

    private static double[] oneHot(double x) {
        double[] target = new double[CLASSES];
        target[(int) Math.floor(10 * Math.sin(x) + 10.5)] = 1;
        return target;
    }

    private interface Target {
        double[] of(double x);
    }

    private static Split split(DataType type, Task task, Target target, String python) {
        double[] points = IntStream.range(0, SAMPLES)
                .mapToDouble(i -> i * (2 * Math.PI / (SAMPLES - 1)) - Math.PI)
                .toArray();
        points[SAMPLES - 1] = Math.PI;
        double[] between = IntStream.range(1, SAMPLES)
                .mapToDouble(i -> (points[i - 1] + points[i]) / 2)
                .toArray();
        return new Split(batch(points, target, type), Optional.of(batch(between, target, type)), task, python);
    }

    private static Batch batch(double[] points, Target target, DataType type) {
        double[][] x = new double[points.length][];
        double[][] y = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            x[i] = new double[] {points[i]};
            y[i] = target.of(points[i]);
        }
        return new Batch(Nd4j.createFromArray(x), Nd4j.createFromArray(y)).castTo(type);
    }
}
