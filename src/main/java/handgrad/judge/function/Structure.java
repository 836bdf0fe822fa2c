package handgrad.judge.function;

/**
 * What the error of a gradient looks like.
 *
 * @param tensor whose gradient it is
 * @param sentence names the tensor and what is wrong with its gradient
 * @param residual how far the claimed entries are from this, at most, relative to what is allowed
 */
public record Structure(String tensor, String sentence, double residual) {}
