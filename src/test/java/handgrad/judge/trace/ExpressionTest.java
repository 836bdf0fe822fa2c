package handgrad.judge.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import handgrad.judge.trace.Expression.Call;
import handgrad.judge.trace.Expression.Choice;
import handgrad.judge.trace.Expression.Constant;
import handgrad.judge.trace.Expression.Difference;
import handgrad.judge.trace.Expression.Negative;
import handgrad.judge.trace.Expression.Product;
import handgrad.judge.trace.Expression.Quotient;
import handgrad.judge.trace.Expression.Square;
import handgrad.judge.trace.Expression.Sum;
import handgrad.judge.trace.Expression.Symbol;
import handgrad.network.number.Elementary;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas are written with the parentheses that they need, and numbers with the digits that were asked for. */
class ExpressionTest {
    private static final Symbol A = new Symbol("a", -0.5);
    private static final Symbol B = new Symbol("b", 0.25);

    private static void reads(Expression expression, String formula, String numbers, double value) {
        assertThat(expression.formula()).isEqualTo(formula);
        assertThat(expression.numbers(new Digits(6))).isEqualTo(numbers);
        assertThat(expression.value()).isEqualTo(value);
    }

    @Test
    void parenthesesStandWhereTheyAreNeeded() {
        reads(Product.of(A, B), "a * b", "(-0.5) * 0.25", -0.125);
        reads(new Sum(List.of(A, B, A)), "a + b + a", "-0.5 + 0.25 + (-0.5)", -0.75);
        reads(new Difference(B, new Difference(A, B)), "b - (a - b)", "0.25 - (-0.5 - 0.25)", 1);
        reads(new Negative(A), "-a", "-(-0.5)", 0.5);
        reads(new Negative(new Sum(List.of(A, B))), "-(a + b)", "-(-0.5 + 0.25)", 0.25);
        reads(
                new Quotient(new Square(new Difference(A, B)), new Constant(2)),
                "(a - b)^2 / 2",
                "(-0.5 - 0.25)^2 / 2",
                0.28125);
        reads(new Quotient(B, Product.of(A, A)), "b / (a * a)", "0.25 / ((-0.5) * (-0.5))", 1);
    }

    @Test
    void choicesAreWrittenOut() {
        reads(new Choice(A, B, new Negative(A)), "(b if a > 0 else -a)", "(0.25 if -0.5 > 0 else -(-0.5))", 0.5);
        reads(Call.max(List.of(A, new Constant(-1))), "max(a, -1)", "max(-0.5, -1)", -0.5);
        reads(Call.of(Elementary.TANH, new Difference(A, A)), "tanh(a - a)", "tanh(-0.5 - (-0.5))", 0);
        reads(Call.step(B), "step(b)", "step(0.25)", 1);
    }

    private static List<Expression> terms(double... values) {
        return IntStream.range(0, values.length)
                .<Expression>mapToObj(i -> new Symbol("x[%d]".formatted(i), values[i]))
                .toList();
    }

    /** The picture of a digit is mostly 0: its one dark pixel must not be among what is left out. */
    @Test
    void aLongSumShowsWhatIsNotZeroAndCountsTheZeros() {
        double[] values = new double[64];
        values[40] = 13.0638;
        reads(new Sum(terms(values)), "x[0] + x[40] + (62 zeros)", "0 + 13.0638 + (62 zeros)", 13.0638);
        values[7] = Double.NaN;
        assertThat(new Sum(terms(values)).numbers(new Digits(6))).isEqualTo("NaN + 13.0638 + (62 zeros)");
    }

    /** 1/2 + 1/4 + ... + 1/256, with 0 and -4 among them: five are largest, the other four are 1/32 + 1/64 + 1/128 + 1/256. */
    @Test
    void ofManyTermsTheLargestAreShownAndTheOthersAddedUp() {
        reads(
                new Sum(terms(1 / 256.0, 1 / 128.0, 0, 1 / 64.0, 1 / 32.0, 1 / 16.0, 1 / 8.0, -4, 1 / 4.0, 1 / 2.0)),
                "x[5] + x[6] + x[7] + x[8] + x[9] + (4 smaller terms) + (1 zero)",
                "0.0625 + 0.125 + (-4) + 0.25 + 0.5 + 0.0585938 + (1 zero)",
                -4 + 255 / 256.0);
    }

    @Test
    void aLongMaximumShowsTheLargest() {
        var values = terms(3, 1, 2, 9, 8, 7, 5, 4);
        assertThat(Call.max(values).formula()).isEqualTo("max(x[3], x[4], x[5], x[6], x[7] and 3 no larger)");
        assertThat(Call.max(values).numbers(new Digits(6))).isEqualTo("max(9, 8, 7, 5, 4 and 3 no larger)");
    }

    @ParameterizedTest
    @CsvSource({
        "6, 0.05, 0.05",
        "6, 0.5932699921071872, 0.593270",
        "3, 0.5932699921071872, 0.593",
        "17, 0.5932699921071872, 0.5932699921071872",
        "17, 0.1, 0.1",
        "6, 0, 0",
        "6, -0.0, 0",
        "6, 12, 12",
        "2, 123, 120",
        "1, 0.96, 1",
        "6, 4.385677344743467e-4, 4.38568e-04",
        "6, 1e6, 1e+06",
        "6, 0.001, 0.001",
        "6, 1e300, 1e+300",
        "6, NaN, NaN",
        "6, -Infinity, -Infinity"
    })
    void numbersHaveTheDigitsThatWereAskedFor(int digits, double value, String shown) {
        assertThat(new Digits(digits).of(value)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 18})
    void digitsHaveARange(int digits) {
        assertThatThrownBy(() -> new Digits(digits))
                .isInstanceOf(InputException.class)
                .hasMessage("--digits %d: expected 1 to 17", digits);
    }
}
