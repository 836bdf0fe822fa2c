package handgrad.show.page;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import tools.jackson.databind.node.ArrayNode;

/** Rounds numbers of which a chart shows no more digits. What is not a number stays what it is. */
final class Rounding {
    private Rounding() {}

    static void significant(ArrayNode values, int digits) {
        var context = new MathContext(digits, RoundingMode.HALF_EVEN);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).isNumber() && Double.isFinite(values.get(i).doubleValue())) {
                BigDecimal exact = BigDecimal.valueOf(values.get(i).doubleValue());
                values.set(i, exact.round(context).doubleValue());
            }
        }
    }
}
