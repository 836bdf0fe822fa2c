package handgrad.judge.diagnosis;

import static handgrad.judge.diagnosis.Matrices.map;

import handgrad.network.function.Activation;
import handgrad.network.function.activation.Relu;
import handgrad.network.function.activation.Softmax;
import java.util.Arrays;

/** Activations and their derivatives, in the two forms that textbooks give: of {@code z}, and of {@code a = f(z)}. */
final class Slopes {
    private Slopes() {}

    /** {@code f(z)}. */
    static double[][] activate(Activation f, double[][] z) {
        return switch (f.id()) {
            case "sigmoid" -> map(z, v -> 1 / (1 + Math.exp(-v)));
            case "tanh" -> map(z, Math::tanh);
            case "relu" -> map(z, v -> Math.max(0, v));
            case "identity" -> z;
            case "softmax" -> Arrays.stream(z).map(Slopes::softmax).toArray(double[][]::new);
            default -> throw new IllegalArgumentException(f.id());
        };
    }

    private static double[] softmax(double[] z) {
        double max = Arrays.stream(z).max().orElseThrow();
        double[] e = Arrays.stream(z).map(v -> Math.exp(v - max)).toArray();
        double sum = Arrays.stream(e).sum();
        return Arrays.stream(e).map(v -> v / sum).toArray();
    }

    /** {@code dA * f'(z)}, the right one. */
    static double[][] through(Activation f, double[][] z, double[][] a, double[][] dA) {
        return f instanceof Relu || f instanceof Softmax ? ofOutput(f, a, dA) : ofSum(f, z, dA);
    }

    /** {@code dA * f'(z)} by a function of {@code z}: {@code s(z) * (1 - s(z))} for sigmoid. */
    static double[][] ofSum(Activation f, double[][] z, double[][] dA) {
        return ofOutput(f, activate(f, z), dA);
    }

    /** {@code dA * f'(z)} by the formula in terms of {@code a}: {@code a * (1 - a)} for sigmoid. */
    static double[][] ofOutput(Activation f, double[][] a, double[][] dA) {
        return switch (f.id()) {
            case "sigmoid" -> Matrices.zip(dA, a, (d, v) -> d * v * (1 - v));
            case "tanh" -> Matrices.zip(dA, a, (d, v) -> d * (1 - v * v));
            case "relu" -> Matrices.zip(dA, a, (d, v) -> v > 0 ? d : 0);
            case "identity" -> dA;
            case "softmax" -> jacobian(a, dA);
            default -> throw new IllegalArgumentException(f.id());
        };
    }

    /** {@code a_k (dA_k - sum_j dA_j a_j)}, row by row. */
    private static double[][] jacobian(double[][] a, double[][] dA) {
        double[][] result = new double[a.length][a[0].length];
        for (int s = 0; s < a.length; s++) {
            double along = 0;
            for (int j = 0; j < a[s].length; j++) {
                along += dA[s][j] * a[s][j];
            }
            for (int k = 0; k < a[s].length; k++) {
                result[s][k] = a[s][k] * (dA[s][k] - along);
            }
        }
        return result;
    }
}
