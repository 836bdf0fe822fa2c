package handgrad.network;

import handgrad.Named;

/** Which parameters a step of gradient descent changes; gradients are always of all. */
public enum Trained implements Named {
    /** Weights and biases. */
    ALL,
    /** Weights only: biases keep the values that they start with. */
    WEIGHTS;

    /** Whether a step changes a block. */
    public boolean moves(Block block) {
        return this == ALL || block.isWeight();
    }
}
