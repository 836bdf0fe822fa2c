package handgrad.check;

/** What is claimed of a layer: {@code dL/dW [nIn, nOut]} and {@code dL/db [nOut]}, empty where the layer has no bias. */
public record LayerGradient(double[][] dW, double[] db) {}
