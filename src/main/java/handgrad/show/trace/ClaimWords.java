package handgrad.show.trace;

import handgrad.Figures;
import handgrad.Shown;
import handgrad.judge.trace.Digits;
import handgrad.judge.trace.Line;
import handgrad.lab.result.ClaimedValues;
import handgrad.lab.result.ClaimedValues.Value;
import handgrad.lab.result.Traced;
import handgrad.lab.result.Verification.Judged;
import handgrad.show.text.DiagnosisText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the text and the page of a trace both say of values that somebody claims. */
record ClaimWords(Traced traced, ClaimedValues claimed, Digits digits) {
    static final List<String> HEADER = List.of("value", "claimed", "right", "difference", "verdict");

    static final String WRONG = "WRONG";

    private static final String INPUTS = "dL/dx";

    /** Empty where nothing is claimed. */
    static Optional<ClaimWords> of(Traced traced, Digits digits) {
        return traced.claimed().map(values -> new ClaimWords(traced, values, digits));
    }

    /** The verdict on the whole claim, the diagnosis, and what else a reader should know; a sentence each. */
    List<String> opening() {
        var sentences = new ArrayList<String>();
        Judged judged = claimed.judged();
        sentences.add("What is claimed is %s.".formatted(judged.passes() ? "right" : WRONG));
        judged.diagnosis().map(DiagnosisText::sentences).ifPresent(sentences::addAll);
        judged.notes().forEach(note -> sentences.add(Shown.sentence(note)));
        return sentences;
    }

    /** What the columns of the table are, and where the first wrong value is; a sentence each. */
    List<String> sentences() {
        String batch = traced.samples() == 1
                ? "In the order in which a program computes it."
                : "In the order in which a program computes it. The gradient is that of the batch, %s; what the layers answer is that of sample %d."
                        .formatted(Figures.count(traced.samples(), "sample"), traced.sample());
        return List.of(batch, first());
    }

    private String first() {
        return claimed.firstWrong()
                .map(value -> "The first wrong value is %s: claimed %s, right %s."
                        .formatted(value.name(), shown(value, value.claimed()), shown(value, value.right())))
                .orElse("None of these values is wrong.");
    }

    /** Of the value that a line works out: empty unless it is claimed and wrong. */
    Optional<String> note(Line line) {
        return claimed.values().stream()
                .filter(value -> value.wrong() && line.names().contains(value.name()))
                .findFirst()
                .map(value -> "claimed%s: %s, right: %s, %s"
                        .formatted(
                                traced.samples() > 1 && value.name().startsWith("dL") ? " of the batch" : "",
                                shown(value, value.claimed()),
                                shown(value, value.right()),
                                verdict(value)));
    }

    /** A row for each value that was asked for, as {@link #HEADER} says. */
    List<List<String>> rows() {
        return claimed.values().stream()
                .filter(this::asked)
                .map(value -> List.of(
                        value.name(),
                        shown(value, value.claimed()),
                        shown(value, value.right()),
                        Figures.difference(value.claimed() - value.right()),
                        verdict(value)))
                .toList();
    }

    private boolean asked(Value value) {
        boolean all = traced.trace().selection().layer().isEmpty()
                && traced.trace().selection().neuron().isEmpty();
        return all
                || (!value.name().startsWith(INPUTS)
                        && traced.trace().line(value.name()).isPresent());
    }

    private String verdict(Value value) {
        boolean first =
                claimed.firstWrong().filter(wrong -> wrong.equals(value)).isPresent();
        return first ? WRONG + ", the first" : value.wrong() ? WRONG : "right";
    }

    private double rounded(double number) {
        return Double.parseDouble(digits.of(number));
    }

    /** With all digits where fewer would make what is wrong look right. */
    private String shown(Value value, double number) {
        boolean alike = rounded(value.claimed()) == rounded(value.right());
        return (value.wrong() && alike ? Digits.ALL : digits).of(number);
    }
}
