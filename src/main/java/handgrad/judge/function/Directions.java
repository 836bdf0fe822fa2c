package handgrad.judge.function;

import java.util.List;

/** Judges a gradient along directions: the change of the loss along one against the sum of the claimed entries times how each moves. */
final class Directions {
    private final Slopes slopes;
    private final Tolerance tolerance;
    private final List<double[]> claimed;

    /** @param claimed one array for each tensor of the point; null for those that are not differentiated */
    Directions(Slopes slopes, Tolerance tolerance, List<double[]> claimed) {
        this.slopes = slopes;
        this.tolerance = tolerance;
        this.claimed = claimed;
    }

    /** How many times what is allowed the gradient is off along a direction; NaN where differences cannot tell. */
    double excess(double[][] direction) {
        double sum = 0;
        double sizes = 0;
        double squares = 0;
        double largest = 0;
        for (int k = 0; k < direction.length; k++) {
            for (int i = 0; direction[k] != null && i < direction[k].length; i++) {
                double part = claimed.get(k)[i] * direction[k][i];
                sum += part;
                sizes += Math.abs(part);
                squares += part * part;
                largest = Math.max(largest, Math.abs(part));
            }
        }
        if (!Double.isFinite(sum)) {
            return Double.POSITIVE_INFINITY;
        }
        Slope slope = slopes.along(direction, largest);
        if (Double.isNaN(slope.value()) || slope.kink().isPresent()) {
            return Double.NaN;
        }
        double allowed = tolerance.along(slope, sizes);
        double excess = Math.abs(sum - slope.value()) / allowed;
        boolean coarse = tolerance.coarse(allowed, Math.max(Math.abs(slope.value()), Math.sqrt(squares)));
        return excess <= 1 && coarse ? Double.NaN : excess;
    }
}
