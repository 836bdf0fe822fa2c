package handgrad.input.claim;

import java.util.List;
import java.util.Random;

/** A loss for a program, with samples that make sense for it, and the names that people give to such things. */
record RightLoss(PlainProgram program, Random random) {
    static boolean isUpstream(PlainProgram program) {
        return program.loss.equals("upstream");
    }

    /** The class of each sample. */
    static double[] classes(PlainProgram program) {
        double[] classes = new double[program.t.length];
        for (int s = 0; s < classes.length; s++) {
            for (int k = 0; k < program.nOut(); k++) {
                classes[s] = program.t[s][k] == 1 ? k : classes[s];
            }
        }
        return classes;
    }

    private static String one(Random random, String... names) {
        return names[random.nextInt(names.length)];
    }

    static String anyName(String activation, Random random) {
        return switch (activation) {
            case "sigmoid" -> one(random, "sigmoid", "Sigmoid", "logistic");
            case "relu" -> one(random, "relu", "ReLU", "rectifier");
            case "leaky-relu" -> one(random, "leaky-relu", "LeakyReLU", "leaky_relu(0.01)");
            case "identity" -> one(random, "identity", "linear", "Linear");
            case "softmax" -> one(random, "softmax", "Softmax");
            default -> one(random, "tanh", "Tanh");
        };
    }

    /** Draws samples, sets the loss, and returns the field of the reduction, empty where there is none. */
    String choose(int n, List<String> fields) {
        int last = program.depth() - 1;
        program.loss = one(random, "half", "sum", "mean", "binary", "classes", "upstream");
        if (program.loss.equals("classes") && program.nOut() == 1) {
            program.loss = "half";
        }
        if (program.loss.equals("binary")) {
            program.f[last] = "sigmoid";
        }
        if (program.loss.equals("classes")) {
            program.f[last] = "softmax";
        }
        draw(n);
        boolean upstream = isUpstream(program);
        boolean mean = !upstream && random.nextBoolean();
        program.scale = mean ? 1.0 / n : 1;
        if (!upstream) {
            fields.add("\"loss\": \"%s\"".formatted(name()));
        }
        boolean absent = upstream || (n == 1 && random.nextBoolean());
        String reduction = mean ? one(random, "mean", "average", "Mean") : one(random, "sum", "SUM", "total");
        return absent ? "" : "\"reduction\": \"%s\"".formatted(reduction);
    }

    private String name() {
        return switch (program.loss) {
            case "half" -> one(random, "half-squared-error", "half_squared_error");
            case "sum" -> one(random, "sum-squared-error", "SumSquaredError", "sum of squared errors");
            case "mean" -> one(random, "mean-squared-error", "mean_squared_error", "mean over batch and outputs");
            case "binary" -> one(random, "binary-cross-entropy", "binary_crossentropy", "BCE");
            default -> one(random, "cross-entropy", "categorical_crossentropy", "crossentropy", "NLL");
        };
    }

    private void draw(int n) {
        program.x = new double[n][program.nIn()];
        program.t = new double[n][program.nOut()];
        for (int s = 0; s < n; s++) {
            for (int i = 0; i < program.nIn(); i++) {
                program.x[s][i] = 2 * random.nextGaussian();
            }
            int label = random.nextInt(program.nOut());
            for (int k = 0; k < program.nOut(); k++) {
                program.t[s][k] = switch (program.loss) {
                    case "classes" -> k == label ? 1 : 0;
                    case "binary" -> random.nextInt(2);
                    default -> random.nextGaussian();
                };
            }
        }
    }
}
