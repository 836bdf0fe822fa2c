package handgrad.engine;

import handgrad.InputException;
import handgrad.network.Block;
import handgrad.network.function.Rule;
import handgrad.network.function.rule.Sgd;

/**
 * The rule by which the parameters follow the gradient, and its numbers.
 *
 * @param learningRate above 0
 * @param l2 {@code lambda}, 0 or more: {@code lambda W} is added to the gradient of the weights, not of the biases, before the
 *     rule sees it, after the mean over the batch has been taken. It is the gradient of {@code lambda/2 sum W^2}.
 */
public record Descent(Rule rule, double learningRate, double l2) {
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
        return of(new Sgd(), learningRate);
    }

    public Descent withLearningRate(double other) {
        return new Descent(rule, other, l2);
    }

    public Descent withL2(double other) {
        return new Descent(rule, learningRate, other);
    }

    /** What is added to the gradient of a block, times its parameters: {@link #l2} of a weight, nothing of a bias. */
    public double l2(Block block) {
        return block.isWeight() ? l2 : 0;
    }

    /** What a step takes off a block besides, in units of the learning rate: the rule's decay of a weight, nothing of a bias. */
    public double decay(Block block) {
        return block.isWeight() ? rule.decay() : 0;
    }

    /** Whether a step is {@code theta - eta g} and nothing else. */
    public boolean isPlain() {
        return rule.isPlain() && l2 == 0;
    }
}
