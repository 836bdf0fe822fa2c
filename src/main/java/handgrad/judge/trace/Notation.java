package handgrad.judge.trace;

/** How the symbols of a formula are written: by name, or as numbers. */
@FunctionalInterface
public interface Notation {
    String of(Expression.Symbol symbol);
}
