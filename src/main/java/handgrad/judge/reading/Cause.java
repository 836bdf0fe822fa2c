package handgrad.judge.reading;

import java.util.Optional;

/**
 * One mistake at one place: the step that is taken wrongly, what the program computes there, and what is right.
 *
 * @param mistake its name, such as {@code factor-two}
 * @param layer from 0, the first from the output down whose gradient it makes wrong
 * @param parameter {@code weights} or {@code bias} where only that is concerned
 * @param sentence what it is, without the place
 * @param computes the formula of the program; layers count from 1
 * @param right the right one
 */
public record Cause(
        String mistake,
        Step step,
        int layer,
        Optional<String> parameter,
        String sentence,
        String computes,
        String right) {
    /** {@code layer 2, bias: ...}; layers count from 1. */
    public String explanation() {
        return "layer " + (layer + 1) + parameter.map(part -> ", " + part).orElse("") + ": " + sentence;
    }

    /** The same of weights and bias alike. */
    Cause ofTheLayer() {
        return new Cause(mistake, step, layer, Optional.empty(), sentence, computes, right);
    }

    /** Both formulas in a line. */
    public String formulas() {
        return "your program computes %s; right is %s".formatted(computes, right);
    }
}
