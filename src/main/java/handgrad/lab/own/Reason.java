package handgrad.lab.own;

import handgrad.lab.result.Misstep;
import handgrad.lab.result.Mistaken;
import handgrad.lab.result.Run;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Why a step is wrong.
 *
 * @param what the quantity that is wrong first: {@code the update}, {@code the gradient of W2}
 * @param known what is known where no mistake is named
 * @param mistakes that explain it together; empty where none is known
 */
record Reason(String what, Optional<String> known, List<Mistaken> mistakes) {
    /**
     * A known mistake that is made in no layer of its own.
     *
     * @param computes a formula; layers count from 1
     */
    static Reason of(String what, String mistake, String sentence, String computes, String right) {
        return of(what, List.of(new Mistaken(mistake, sentence, computes, right, Optional.empty())));
    }

    /** Known mistakes that hold together. */
    static Reason of(String what, List<Mistaken> mistakes) {
        return new Reason(what, Optional.empty(), mistakes);
    }

    /** One without a name. */
    static Reason of(String what, String sentence) {
        return new Reason(what, Optional.of(sentence), List.of());
    }

    /** Nothing is said but the place. */
    static Reason unnamed(String what) {
        return new Reason(what, Optional.empty(), List.of());
    }

    /** {@code first in the update: update-sign, ...; your program computes ...; right is ...}. */
    String text() {
        return "first in " + what + known.map(said -> ": " + said).orElse("")
                + mistakes.stream().limit(1).map(this::said).collect(Collectors.joining());
    }

    private String said(Mistaken first) {
        String sentences = mistakes.stream().map(Mistaken::sentence).collect(Collectors.joining("; and "));
        return ": %s, %s; your program computes %s; right is %s"
                .formatted(first.name(), sentences, first.computes(), first.right());
    }

    /** The same as what a run has found. */
    Misstep at(long step) {
        return new Misstep(Run.OWN, step, what, known, mistakes);
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
