package handgrad.judge.function;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** The derivatives of a loss at one point, by differences: of single entries and along directions. */
final class Slopes {
    /** Two out of three directions may lead across a kink without harm. */
    private static final int NOISE_LINES = 3;

    /** Scatter of more than this many roundings of the loss. */
    private static final double MUCH = 30;

    private static final double CLOSER = 16;

    private final Meter meter;
    private final List<Tensor> point;
    private final double[][] units;
    private final double noise;
    private final Ladder[] ladders;
    private final Ladder ladder;

    Slopes(Meter meter, List<Tensor> point, double loss, Format format, Random random) {
        this.meter = meter;
        this.point = point;
        this.units = point.stream().map(Slopes::units).toArray(double[][]::new);
        this.noise = Math.max(scatter(loss, format, random), format.epsilon() * Math.abs(loss));
        this.ladder = new Ladder(loss, noise, format, 1);
        double usual = point.stream()
                .filter(Tensor::differentiated)
                .mapToDouble(Slopes::usual)
                .max()
                .orElse(1);
        this.ladders = point.stream()
                .map(tensor -> new Ladder(loss, noise, format, usual / usual(tensor)))
                .toArray(Ladder[]::new);
    }

    /** For each entry the power of 2 next to its size, or to the usual size in its tensor where that is larger. */
    private static double[] units(Tensor tensor) {
        double[] values = tensor.values();
        double usual = usual(tensor);
        return Arrays.stream(values)
                .map(x -> Math.max(Math.abs(x), usual))
                .map(size -> size > 0 && Double.isFinite(size) ? Math.scalb(1.0, Math.getExponent(size)) : 1)
                .toArray();
    }

    private static double usual(Tensor tensor) {
        return Math.sqrt(
                Arrays.stream(tensor.values()).map(x -> x * x).average().orElse(0));
    }

    /** The scatter at steps of {@code cbrt(epsilon)}; where that is large, at smaller ones, as the function itself may change as fast. */
    private double scatter(double loss, Format format, Random random) {
        double step = Math.scalb(1.0, Math.getExponent(format.epsilon()) / 3);
        double first = scatter(step, random);
        double scatter = Double.isNaN(first) ? 0 : first;
        for (step /= CLOSER; step >= 4 * format.epsilon(); step /= CLOSER) {
            if (scatter <= MUCH * format.epsilon() * Math.abs(loss)) {
                return scatter;
            }
            double closer = scatter(step, random);
            scatter = closer < scatter / 8 ? closer : scatter;
        }
        return scatter;
    }

    private double scatter(double step, Random random) {
        double[] found = new double[NOISE_LINES];
        for (int i = 0; i < found.length; i++) {
            found[i] = Noise.along(meter.line(direction(random)), step);
        }
        double[] finite = Arrays.stream(found).filter(Double::isFinite).sorted().toArray();
        return finite.length == 0 ? Double.NaN : finite[finite.length / 2];
    }

    double noise() {
        return noise;
    }

    double unit(int tensor, int entry) {
        return units[tensor][entry];
    }

    /** @param size of the claimed entries of this tensor, the largest */
    Slope entry(int tensor, int entry, double size) {
        double unit = units[tensor][entry];
        DoubleUnaryOperator line = meter.line(tensor, entry, unit);
        return ladders[tensor].derivative(line, size * unit).per(unit);
    }

    /** @param size of the derivatives that matter */
    Slope along(double[][] direction, double size) {
        return ladder.derivative(meter.line(direction), size);
    }

    /** A direction in which each entry of all tensors that are differentiated moves by its unit, up or down. */
    double[][] direction(Random random) {
        double[][] direction = still();
        for (int k = 0; k < direction.length; k++) {
            if (point.get(k).differentiated()) {
                direction[k] = direction(k, random)[k];
            }
        }
        return direction;
    }

    /** A direction in which nothing moves. */
    double[][] still() {
        return new double[point.size()][];
    }

    /** A direction in which each entry of one tensor moves up where {@code values} are positive and down elsewhere. */
    double[][] direction(int tensor, double[] values) {
        double[][] direction = still();
        direction[tensor] = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            direction[tensor][i] = values[i] > 0 ? units[tensor][i] : -units[tensor][i];
        }
        return direction;
    }

    /** A direction in which each entry of one tensor moves at random. */
    double[][] direction(int tensor, Random random) {
        double[][] direction = still();
        direction[tensor] = Arrays.stream(units[tensor])
                .map(unit -> random.nextBoolean() ? unit : -unit)
                .toArray();
        return direction;
    }
}
