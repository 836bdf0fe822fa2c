package handgrad.check;

/**
 * A layer {@code a = f(x W + b)} at a point.
 *
 * @param w {@code [nIn, nOut]}
 * @param b {@code [nOut]}, empty where it has no bias
 * @param activation by its name
 */
public record DenseLayer(double[][] w, double[] b, String activation) {}
