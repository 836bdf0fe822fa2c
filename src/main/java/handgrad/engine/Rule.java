package handgrad.engine;

import handgrad.Named;

/**
 * How a gradient becomes a step: {@code theta <- theta - s}, entry by entry. In the formulas {@code g} is
 * {@code dL/dtheta}, plus {@code lambda W} where there is L2; {@code eta} the learning rate; {@code v} and {@code m}
 * start at 0; numbers in capitals are {@link Descent}'s.
 */
public enum Rule implements Named {
    /** Plain gradient descent: {@code s = eta g}. */
    SGD("sgd"),

    /**
     * The heavy ball: {@code v <- MOMENTUM v + eta g; s = v}. B. T. Polyak, Some methods of speeding up the convergence of
     * iteration methods, 1964.
     */
    MOMENTUM("momentum"),

    /**
     * Nesterov's accelerated gradient: {@code v <- MOMENTUM v + eta g; s = MOMENTUM v + eta g}. Y. Nesterov, 1983, in the form
     * of I. Sutskever, J. Martens, G. Dahl and G. Hinton, On the importance of initialization and momentum in deep
     * learning, 2013, with their look-ahead point {@code theta - MOMENTUM v} kept as {@code theta}: the gradient is taken where
     * the parameters are. DL4J's {@code NesterovsUpdater} is the same with {@code v} of the other sign.
     */
    NESTEROV("nesterov"),

    /**
     * Adam: {@code m <- BETA1 m + (1 - BETA1) g; v <- BETA2 v + (1 - BETA2) g^2}, and in step {@code t = 1, 2, ...}
     * {@code s = eta sqrt(1 - BETA2^t) / (1 - BETA1^t) m / (sqrt(v) + EPSILON)}. D. P. Kingma and J. Ba, Adam: a method for
     * stochastic optimization, 2015, in the order of computation at the end of their section 2, which DL4J has too:
     * {@code EPSILON} meets {@code v} before its bias is corrected. In their Algorithm 1, and in PyTorch, it meets it after.
     */
    ADAM("adam");

    private final String id;

    Rule(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
