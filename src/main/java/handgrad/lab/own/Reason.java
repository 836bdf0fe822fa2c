package handgrad.lab.own;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * Why a step is wrong.
 *
 * @param what the quantity that is wrong first: {@code the update}, {@code the gradient of W2}
 * @param mistake its name and what it is, where it is known
 * @param formulas what the program computes and what is right
 */
record Reason(String what, Optional<String> mistake, Optional<String> formulas) {
    /**
     * A known mistake.
     *
     * @param computes a formula; layers count from 1
     */
    static Reason of(String what, String mistake, String sentence, String computes, String right) {
        return new Reason(
                what,
                Optional.of("%s, %s".formatted(mistake, sentence)),
                Optional.of("your program computes %s; right is %s".formatted(computes, right)));
    }

    /** One without a name. */
    static Reason of(String what, String sentence) {
        return new Reason(what, Optional.of(sentence), Optional.empty());
    }

    /** Nothing is said but the place. */
    static Reason unnamed(String what) {
        return new Reason(what, Optional.empty(), Optional.empty());
    }

    /** {@code first in the update: update-sign, ...; your program computes ...; right is ...}. */
    String text() {
        return "first in " + what + mistake.map(said -> ": " + said).orElse("")
                + formulas.map(said -> "; " + said).orElse("");
    }

    /** A factor as a reader writes it: at most six digits, no zeros at the end. */
    static String factor(double number) {
        return Double.isFinite(number)
                ? new BigDecimal(number)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf(number);
    }
}
