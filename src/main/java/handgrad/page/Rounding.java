package handgrad.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ArrayNode;

/** Rounds numbers that are shown as a colour or a picture. What is not a number stays what it is. */
final class Rounding {
    private Rounding() {}

    static void significant(ArrayNode values, int digits) {
        each(values, value -> value.round(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }

    static void decimals(ArrayNode values, int digits) {
        each(values, value -> value.setScale(digits, RoundingMode.HALF_EVEN));
    }

    private static void each(ArrayNode values, UnaryOperator<BigDecimal> rounding) {
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isNumber() && Double.isFinite(values.get(i).doubleValue())) {
                double rounded = rounding.apply(BigDecimal.valueOf(values.get(i).doubleValue()))
                        .doubleValue();
                if (rounded == Math.rint(rounded) && Math.abs(rounded) < Integer.MAX_VALUE) {
                    values.set(i, (int) rounded);
                } else {
                    values.set(i, rounded);
                }
            }
        }
    }
}
