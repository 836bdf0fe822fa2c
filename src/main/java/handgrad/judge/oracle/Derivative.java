package handgrad.judge.oracle;

import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.List;
import java.util.function.UnaryOperator;

/** The derivative of a single function, from its definition. */
public final class Derivative {
    private Derivative() {}

    /** {@code df} along a direction. The function makes whatever else it needs of its argument. */
    public static double[] along(UnaryOperator<Row> f, double[] at, double[] direction) {
        return along(f, at, direction, List.of());
    }

    /** The same with slopes chosen at kinks. */
    public static double[] along(UnaryOperator<Row> f, double[] at, double[] direction, List<Lean> leans) {
        var directions = new Directions();
        leans.forEach(lean -> directions.lean(lean.choice(), lean.unit(), lean.share()));
        Row result = f.apply(Dual.moving(Plain.of(at), Plain.of(direction), directions));
        return ((Dual) result).tangent().values();
    }

    /** Values that do not move, beside a row that does. */
    public static Row still(Plain values, Row beside) {
        return ((Dual) beside).still(values);
    }
}
