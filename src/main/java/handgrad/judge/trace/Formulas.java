package handgrad.judge.trace;

import handgrad.network.function.Activation;
import handgrad.network.function.EntrywiseLoss;
import handgrad.network.function.Loss;
import handgrad.network.number.Row;

/** Definitions and derivatives by hand as formulas of any entry; what belongs to a whole row is written as a sum or a maximum. */
public final class Formulas {
    private Formulas() {}

    /** {@code 1 / (1 + exp(-z))}. */
    public static String definition(Activation f) {
        return text(f.of(name("z")));
    }

    /** {@code dA * a * (1 - a)}. */
    public static String slope(Activation f) {
        return slope(f, "dA", "z", "a");
    }

    /** The same with names of one's own. */
    public static String slope(Activation f, String upstream, String z, String a) {
        return text(f.timesSlope(name(upstream), name(z), name(a)));
    }

    /** What an output adds to the loss: {@code (y - t)^2 / 2}. */
    public static String definition(Loss loss) {
        return text(loss.of(name("z"), name("y"), name("t")));
    }

    /** {@code dL/dy}. */
    public static String slope(Loss loss) {
        return text(loss.slope(name("y"), name("t")));
    }

    /** {@code dL/dz} where f' cancels. */
    static String delta(Loss loss, Activation f, String z, String y, String t) {
        return text(loss.delta(f, name(z), name(y), name(t)));
    }

    static String slope(Loss loss, String y, String t) {
        return text(loss.slope(name(y), name(t)));
    }

    /** {@code dL/dz} of one of so many outputs, {@code y - t} where f' cancels. */
    public static String outputDelta(Loss loss, Activation f, String z, int nOut) {
        // A row is written as a sum or a maximum of one entry, and its length only where neither stands in the formula.
        int size = f.entrywise() && loss instanceof EntrywiseLoss ? nOut : 1;
        return text(loss.delta(f, names(z, size), names("y", size), names("t", size)));
    }

    /** {@code f'} alone: {@code a * (1 - a)}. */
    public static String slopeAlone(Activation f, String z, String a) {
        FormulaRow at = name(z);
        return text(f.timesSlope(at.constant(1), at, name(a)));
    }

    private static String text(Row row) {
        return ((FormulaRow) row).entry(0).formula();
    }

    private static FormulaRow name(String name) {
        return names(name, 1);
    }

    private static FormulaRow names(String name, int size) {
        return Names.symbols(size, k -> name, k -> Double.NaN, Formulas::whole);
    }

    private static Expression whole(Expression expression) {
        boolean largest = expression instanceof Expression.Call;
        String text = expression.formula();
        return new Expression.Symbol(largest ? text : "sum(" + text + ")", Double.NaN);
    }
}
