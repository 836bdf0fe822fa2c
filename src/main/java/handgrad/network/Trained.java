package handgrad.network;

import handgrad.Named;

/** Which parameters a step of gradient descent changes; gradients are always of all. */
public enum Trained implements Named {
    /** Weights and biases. */
    ALL("all"),
    /** Weights only: biases keep the values that they start with. */
    WEIGHTS("weights");

    private final String id;

    Trained(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
