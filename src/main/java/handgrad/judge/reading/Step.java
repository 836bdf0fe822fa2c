package handgrad.judge.reading;

import handgrad.Named;

/** The steps of backpropagation, each of which can be taken wrongly. */
public enum Step implements Named {
    /** The forward pass is not the declared one. */
    FORWARD,
    /** The targets are not what the loss takes. */
    TARGETS,
    /** The loss is not the declared one. */
    LOSS,
    /** {@code dL/dz} of the output. */
    OUTPUT_DELTA,
    /** The derivative of an activation. */
    DERIVATIVE,
    /** What goes from a layer to the one below, and through which matrix. */
    PASSED_DOWN,
    /** The factor of a weight gradient beside delta. */
    INPUT,
    /** What is added up over what. */
    REDUCTION,
    /** A constant factor. */
    SCALE,
    /** Where the entries of a gradient stand. */
    LAYOUT,
    /** What is done to a finished gradient. */
    AFTERWARDS,
    /** A gradient that is not there. */
    MISSING
}
