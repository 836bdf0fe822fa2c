package handgrad.engine;

import handgrad.network.InputException;

/**
 * The rule by which the parameters follow the gradient, and its numbers.
 *
 * @param learningRate above 0
 */
public record Descent(Rule rule, double learningRate) {
    /** @throws InputException if a number is out of its range */
    public Descent {
        if (!(learningRate > 0 && Double.isFinite(learningRate))) {
            throw new InputException("--learning-rate %s: expected a finite number above 0".formatted(learningRate));
        }
    }

    /** Plain gradient descent. */
    public static Descent sgd(double learningRate) {
        return new Descent(Rule.SGD, learningRate);
    }

    public Descent withLearningRate(double other) {
        return new Descent(rule, other);
    }
}
