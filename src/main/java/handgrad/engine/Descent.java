package handgrad.engine;

import handgrad.InputException;

/**
 * The rule by which the parameters follow the gradient, and its numbers.
 *
 * @param learningRate above 0
 * @param l2 {@code lambda}, 0 or more: {@code lambda W} is added to the gradient of the weights, not of the biases, before the
 *     rule sees it, after the mean over the batch has been taken. It is the gradient of {@code lambda/2 sum W^2}.
 */
public record Descent(Rule rule, double learningRate, double l2) {
    /** What is left of a velocity after a step: {@code mu} of Sutskever et al., and DL4J's default. */
    public static final double MOMENTUM = 0.9;

    /** What is left of Adam's mean of gradients: the paper's value, and DL4J's default, as are the next two. */
    public static final double BETA1 = 0.9;

    /** What is left of Adam's mean of squared gradients. */
    public static final double BETA2 = 0.999;

    /** Keeps Adam's quotient finite. */
    public static final double EPSILON = 1e-8;

    /** @throws InputException if a number is out of its range */
    public Descent {
        if (!(learningRate > 0 && Double.isFinite(learningRate))) {
            throw new InputException("--learning-rate %s: expected a finite number above 0".formatted(learningRate));
        }
        if (!(l2 >= 0 && Double.isFinite(l2))) {
            throw new InputException("--l2 %s: expected a finite number of at least 0".formatted(l2));
        }
    }

    /** A rule without L2. */
    public static Descent of(Rule rule, double learningRate) {
        return new Descent(rule, learningRate, 0);
    }

    /** Plain gradient descent. */
    public static Descent sgd(double learningRate) {
        return of(Rule.SGD, learningRate);
    }

    public Descent withRule(Rule other) {
        return new Descent(other, learningRate, l2);
    }

    public Descent withLearningRate(double other) {
        return new Descent(rule, other, l2);
    }

    public Descent withL2(double other) {
        return new Descent(rule, learningRate, other);
    }

    /** Adam's rate in step {@code t}, from 1: {@code eta sqrt(1 - BETA2^t) / (1 - BETA1^t)}, as both means began at 0. */
    public double adamRate(int t) {
        double unbiased = Math.sqrt(1 - Math.pow(BETA2, t)) / (1 - Math.pow(BETA1, t));
        return learningRate * unbiased;
    }
}
