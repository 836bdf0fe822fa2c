package handgrad.judge.right;

import org.apache.commons.math3.special.Erf;

/**
 * The functions in three forms each, with their slopes, as people write them.
 *
 * @param number 0, 1 or 2
 * @param atZero the slope that a kink is given where z is exactly 0: that of one side, of the other, or between
 */
record Form(Arithmetic n, int number, double atZero) {
    double value(String f, double z) {
        return switch (f) {
            case "identity" -> z;
            case "relu" ->
                switch (number) {
                    case 0 -> Math.max(z, 0);
                    case 1 -> z * (z > 0 ? 1 : 0);
                    default -> n.r(n.r(z + Math.abs(z)) / 2);
                };
            case "leaky-relu" ->
                number == 0
                        ? (z > 0 ? z : n.r(n.r(0.01) * z))
                        : number == 1 ? Math.max(z, n.r(n.r(0.01) * z)) : z * (z > 0 ? 1 : n.r(0.01));
            case "elu" -> z > 0 ? z : number == 0 ? n.r(n.exp(z) - 1) : n.r(Math.expm1(z));
            case "sigmoid" -> sigmoid(z);
            case "tanh" ->
                switch (number) {
                    case 0 -> n.tanh(z);
                    case 1 -> n.r(n.r(n.exp(z) - n.exp(-z)) / n.r(n.exp(z) + n.exp(-z)));
                    default -> n.r(n.r(2 / n.r(1 + n.exp(-2 * z))) - 1);
                };
            case "softplus" ->
                switch (number) {
                    case 0 -> n.r(Math.max(z, 0) + n.r(Math.log1p(n.exp(-Math.abs(z)))));
                    case 1 -> n.log(n.r(1 + n.exp(z)));
                    default -> n.r(Math.max(z, 0) + n.log(n.r(1 + n.exp(-Math.abs(z)))));
                };
            case "silu" -> number == 1 ? n.r(z / n.r(1 + n.exp(-z))) : n.r(z * sigmoid(z));
            case "gelu" -> n.r(z * normal(z));
            case "gelu-tanh" -> n.r(n.r(0.5 * z) * n.r(1 + n.tanh(inner(z))));
            default -> throw new IllegalArgumentException(f);
        };
    }

    double sigmoid(double z) {
        return switch (number) {
            case 0 -> n.r(1 / n.r(1 + n.exp(-z)));
            case 1 -> n.r(n.r(1 + n.tanh(z / 2)) / 2);
            default -> z > 0 ? n.r(1 / n.r(1 + n.exp(-z))) : n.r(n.exp(z) / n.r(1 + n.exp(z)));
        };
    }

    private double normal(double z) {
        double at = n.r(z * n.r(Math.sqrt(0.5)));
        return number == 1 ? n.r(0.5 * n.r(Erf.erfc(-at))) : n.r(0.5 * n.r(1 + n.r(Erf.erf(at))));
    }

    private double inner(double z) {
        double root = n.r(Math.sqrt(2 / Math.PI));
        double c = n.r(0.044715);
        return number == 0
                ? n.r(root * n.r(z + n.r(c * n.r(n.r(z * z) * z))))
                : n.r(n.r(root * z) * n.r(1 + n.r(c * n.r(z * z))));
    }

    double slope(String f, double z, double a) {
        return switch (f) {
            case "identity" -> 1;
            case "relu" -> z > 0 ? 1 : z < 0 ? 0 : atZero;
            case "leaky-relu" -> z > 0 ? 1 : z < 0 ? n.r(0.01) : atZero == 1 ? 1 : n.r(0.01);
            case "elu" -> z > 0 ? 1 : number == 0 ? n.exp(z) : n.r(a + 1);
            case "sigmoid" -> number == 2 ? n.r(a - n.r(a * a)) : n.r(a * n.r(1 - a));
            case "tanh" -> number == 1 ? n.r(n.r(1 - a) * n.r(1 + a)) : n.r(1 - n.r(a * a));
            case "softplus" -> sigmoid(z);
            case "silu" -> {
                double s = sigmoid(z);
                yield switch (number) {
                    case 0 -> n.r(s + n.r(a * n.r(1 - s)));
                    case 1 -> n.r(s * n.r(1 + n.r(z * n.r(1 - s))));
                    // Where 1 is lost beside a, the slope is lost too, and no program of this form is right.
                    default -> n.r(a + 1) == a ? Double.NaN : n.r(a + n.r(s * n.r(1 - a)));
                };
            }
            case "gelu" -> {
                double density = n.r(n.exp(n.r(n.r(-z * z) / 2)) / n.r(Math.sqrt(2 * Math.PI)));
                yield n.r(normal(z) + n.r(z * density));
            }
            case "gelu-tanh" -> {
                double h = n.tanh(inner(z));
                double du = n.r(n.r(Math.sqrt(2 / Math.PI)) * n.r(1 + n.r(n.r(0.134145) * n.r(z * z))));
                double half = n.r(n.r(0.5 * z) * n.r(n.r(1 - n.r(h * h)) * du));
                yield n.r(n.r(0.5 * n.r(1 + h)) + half);
            }
            default -> throw new IllegalArgumentException(f);
        };
    }

    /** With the maximum taken out, without, or through the logarithm of the sum. */
    double[] softmax(double[] z) {
        double most = Double.NEGATIVE_INFINITY;
        for (double each : z) {
            most = Math.max(most, each);
        }
        double[] e = new double[z.length];
        for (int k = 0; k < z.length; k++) {
            e[k] = n.exp(number == 1 ? z[k] : n.r(z[k] - most));
        }
        double sum = n.sum(e);
        for (int k = 0; k < z.length; k++) {
            e[k] = number == 2 ? n.exp(n.r(n.r(z[k] - most) - n.log(sum))) : n.r(e[k] / sum);
        }
        return e;
    }
}
