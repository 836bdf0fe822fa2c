package handgrad.check;

/** What is to be said next of a gradient: the function that it is of. */
@FunctionalInterface
public interface GradientOfFunction {
    /** The function of which it should be the gradient. */
    GradientPlace of(Value value);
}
