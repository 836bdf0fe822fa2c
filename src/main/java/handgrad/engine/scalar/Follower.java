package handgrad.engine.scalar;

import handgrad.engine.Descent;

/** What one weight or bias remembers of its gradients, and the step that it makes of the next. */
final class Follower {
    private final Descent descent;
    private double velocity;
    private double mean;
    private double meanSquare;
    private int t;

    Follower(Descent descent) {
        this.descent = descent;
    }

    /** What is subtracted from the parameter, whose gradient is {@code g}. */
    double step(double g) {
        t++;
        return switch (descent.rule()) {
            case SGD -> descent.learningRate() * g;
            case MOMENTUM -> accelerate(descent.learningRate() * g);
            case NESTEROV -> {
                double push = descent.learningRate() * g;
                yield Descent.MOMENTUM * accelerate(push) + push;
            }
            case ADAM -> adam(g);
        };
    }

    private double accelerate(double push) {
        velocity = Descent.MOMENTUM * velocity + push;
        return velocity;
    }

    private double adam(double g) {
        mean = Descent.BETA1 * mean + (1 - Descent.BETA1) * g;
        meanSquare = Descent.BETA2 * meanSquare + (1 - Descent.BETA2) * g * g;
        double unbiased = Math.sqrt(1 - Math.pow(Descent.BETA2, t)) / (1 - Math.pow(Descent.BETA1, t));
        return descent.learningRate() * unbiased * mean / (Math.sqrt(meanSquare) + Descent.EPSILON);
    }
}
