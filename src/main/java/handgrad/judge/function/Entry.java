package handgrad.judge.function;

import java.util.List;

/**
 * One entry of a gradient.
 *
 * @param index along each axis from 0; empty for a single number
 * @param right by differences
 * @param tolerance how far the claimed one may be off
 */
public record Entry(List<Integer> index, double claimed, double right, double tolerance, Verdict verdict) {
    double excess() {
        double error = Math.abs(claimed - right);
        return Double.isFinite(error) ? error / Math.max(tolerance, Double.MIN_NORMAL) : Double.POSITIVE_INFINITY;
    }
}
