package handgrad.judge.rounding;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.judge.oracle.Lean;
import handgrad.network.Precision;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What errors of z make of g(z): the absolute slopes of g times these, by hand. */
class PassingTest {
    private static final List<List<Lean>> SMOOTH = List.of();

    private static Erring z(double[] values, double... errors) {
        return new Erring(Plain.of(values), errors, new Rounding(Precision.DOUBLE));
    }

    /** g = z^2 has the slope 2 z. */
    @Test
    void entryByEntry() {
        var passing = new Passing(true, Row::square, SMOOTH);
        assertThat(passing.of(z(new double[] {3, -4}, 0.5, 0.25))).containsExactly(3, 2);
    }

    /** g = (sum z) z has the slopes z_k + [j = k] sum z: for z = (1, -3), those are -1, 1; -3, -5. */
    @Test
    void fromEachNumberToEach() {
        UnaryOperator<Row> g = z -> z.sum().times(z);
        var passing = new Passing(false, g, SMOOTH);
        double[] passed = passing.of(z(new double[] {1, -3}, 0.5, 0.25));
        assertThat(passed).containsExactly(0.5 + 0.25, 3 * 0.5 + 5 * 0.25);
    }

    /** 2 z above 0 and 5 z below: at a kink the steeper side counts, whichever it is and whichever the value is on. */
    @Test
    void atAKinkTheSteeperSideCounts() {
        UnaryOperator<Row> steepBelow = z -> z.choose(z.times(2), z.times(5));
        UnaryOperator<Row> steepAbove = z -> z.choose(z.times(5), z.times(2));
        var sides = List.of(List.of(new Lean(0, 0, 0)), List.of(new Lean(0, 0, 1)));
        for (double value : new double[] {-1e-9, 0, 1e-9}) {
            Erring z = z(new double[] {value, 7}, 0.5, 0.5);
            assertThat(new Passing(true, steepBelow, sides).of(z)).containsExactly(2.5, 1);
            assertThat(new Passing(true, steepAbove, sides).of(z)).containsExactly(2.5, 2.5);
        }
    }

    /** The value's own side counts too: that of numbers that have no kink to lean. */
    @Test
    void aSideThatDoesNotLeanIsThatOfTheValue() {
        UnaryOperator<Row> g = z -> z.choose(z.times(5), z.times(2));
        assertThat(new Passing(true, g, List.of(List.of(new Lean(0, 0, 0)))).of(z(new double[] {1, -1}, 1, 1)))
                .containsExactly(5, 2);
    }

    @Test
    void anInfiniteErrorThatNothingDependsOnDoesNotCount() {
        UnaryOperator<Row> flat = z -> z.times(0);
        assertThat(new Passing(true, flat, SMOOTH).of(z(new double[] {1}, Double.POSITIVE_INFINITY)))
                .containsExactly(0);
        assertThat(new Passing(false, flat, SMOOTH).of(z(new double[] {1}, Double.POSITIVE_INFINITY)))
                .containsExactly(0);
    }
}
