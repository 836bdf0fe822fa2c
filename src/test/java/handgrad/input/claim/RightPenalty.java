package handgrad.input.claim;

import java.util.Optional;
import java.util.Random;

/** A penalty that is added to the loss and the gradient of a program. */
record RightPenalty(PlainProgram program, Random random) {
    /** Adds one, or none, and returns the field that says so. */
    Optional<String> add(int n) {
        if (random.nextInt(4) > 0) {
            return Optional.empty();
        }
        double lambda = 0.01 + random.nextDouble();
        boolean square = random.nextBoolean();
        boolean half = random.nextBoolean();
        boolean perSample = random.nextBoolean();
        boolean biases = random.nextInt(3) == 0;
        double c = lambda / (perSample ? n : 1);
        for (int l = 0; l < program.depth(); l++) {
            for (int i = 0; i < program.w[l].length; i++) {
                add(square, half, c, program.w[l][i], program.dw[l][i]);
            }
            if (biases) {
                add(square, half, c, program.b[l], program.db[l]);
            }
        }
        return Optional.of("\"penalty\": {\"%s\": %s, \"half\": %s, \"perSample\": %s, \"biases\": %s}"
                .formatted(square ? "l2" : "l1", lambda, half, perSample, biases));
    }

    private void add(boolean square, boolean half, double c, double[] w, double[] gradient) {
        for (int j = 0; j < w.length; j++) {
            double factor = half ? 0.5 : 1;
            program.value += square ? factor * c * w[j] * w[j] : c * Math.abs(w[j]);
            gradient[j] += square ? 2 * factor * c * w[j] : c * Math.signum(w[j]);
        }
    }
}
