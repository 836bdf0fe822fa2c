package handgrad.judge.trace;

import handgrad.judge.trace.Expression.Symbol;
import java.util.List;

/**
 * What softmax needs of a whole row.
 *
 * @param m the largest {@code z}
 * @param s the sum of all {@code exp(z - m)}
 */
record SoftmaxRow(Symbol m, Symbol s) {
    /** Where there is no softmax. */
    static final SoftmaxRow NONE = new SoftmaxRow(new Symbol("m", Double.NaN), new Symbol("s", Double.NaN));

    static final List<String> NOTES = List.of(
            "y[k] = exp(z[k]) / sum_j exp(z[j]); taking the largest z out of both changes nothing but keeps exp finite");
}
