package handgrad.lab.own;

import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.engine.hand.HandEngine;
import handgrad.input.claim.Case;
import handgrad.network.Point;
import handgrad.network.Samples;
import org.nd4j.linalg.api.buffer.DataType;

/** The right gradient at any point, on any samples. */
final class Right {
    private Right() {}

    static Point of(Case task) {
        return of(task.parameters(), task.samples());
    }

    static Point of(Point theta, Samples samples) {
        return new HandEngine(Parameters.of(theta, DataType.DOUBLE), 1)
                .gradient(Batch.of(DataType.DOUBLE, samples))
                .gradient()
                .point();
    }

    /** {@code a + factor b}. */
    static Point sum(Point a, double factor, Point b) {
        double[] sum = a.values().clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * b.values()[i];
        }
        return new Point(a.network(), sum);
    }

    static Point scaled(double factor, Point a) {
        return sum(new Point(a.network(), new double[a.values().length]), factor, a);
    }

    static double dot(Point a, Point b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) {
            sum += a.values()[i] * b.values()[i];
        }
        return sum;
    }
}
