package handgrad.judge.oracle;

/**
 * At a kink the slope is {@code share} of the one above and the rest of the one below.
 *
 * @param choice which of the choices of a definition, in the order in which it is evaluated
 * @param unit which number of its row
 */
public record Lean(int choice, int unit, double share) {}
