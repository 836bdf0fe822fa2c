package handgrad.judge.reading;

import java.util.Arrays;

/** Activations and their derivatives, as a book has them. */
final class Curves {
    private Curves() {}

    static double[] of(String name, double[] z) {
        double sum = Arrays.stream(z).map(Math::exp).sum();
        return Arrays.stream(z)
                .map(x -> switch (name) {
                    case "tanh" -> Math.tanh(x);
                    case "sigmoid" -> 1 / (1 + Math.exp(-x));
                    case "softmax" -> Math.exp(x) / sum;
                    default -> x;
                })
                .toArray();
    }

    /** By the outputs. A softmax's and its cross-entropy's derivatives are one, {@code y - t}, with nothing to multiply by. */
    static double[] timesDerivative(String name, double[] slope, double[] out) {
        double[] delta = slope.clone();
        for (int j = 0; j < delta.length; j++) {
            delta[j] *= switch (name) {
                case "tanh" -> 1 - out[j] * out[j];
                case "sigmoid" -> out[j] * (1 - out[j]);
                default -> 1;
            };
        }
        return delta;
    }
}
