package handgrad.engine;

/** The reduced loss {@code L} of a batch and {@code dL/dtheta}. */
public record LossGradient(double loss, Parameters gradient) {}
