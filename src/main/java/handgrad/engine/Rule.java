package handgrad.engine;

import handgrad.network.Named;

/** How a gradient becomes a step. */
public enum Rule implements Named {
    /** Plain gradient descent. */
    SGD("sgd");

    private final String id;

    Rule(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
