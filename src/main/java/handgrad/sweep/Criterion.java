package handgrad.sweep;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.data.Task;
import handgrad.lab.result.Learning;
import handgrad.train.Outcome;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a run has learned.
 *
 * @param measure {@code loss}, or the score of the task: {@code accuracy}, {@code r2}; each on the training set
 * @param relation {@code <}, {@code <=}, {@code >} or {@code >=}
 */
public record Criterion(String measure, String relation, double bound) {
    private static final Pattern WRITTEN = Pattern.compile("\\s*(\\w+)\\s*(<=|>=|<|>)\\s*(\\S+)\\s*");

    /** Every class told right, or as much of the variance explained as {@link Learning} asks for. */
    public static Criterion of(Task.Kind task) {
        return new Criterion(task.score(), ">=", task == Task.Kind.CLASSIFICATION ? 1 : Learning.ENOUGH);
    }

    /**
     * As a user wrote it.
     *
     * @throws InputException if it is none, or about a score that the task has not
     */
    public static Criterion parse(String text, Task.Kind task) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw wrong(text, "expected such as \"loss<0.01\" or \"%s>=0.9\"".formatted(task.score()));
        }
        String measure = parts.group(1);
        if (!measure.equals("loss") && !measure.equals(task.score())) {
            throw wrong(text, "expected loss or %s, found '%s'".formatted(task.score(), Shown.text(measure)));
        }
        try {
            double bound = Double.parseDouble(parts.group(3));
            if (Double.isFinite(bound)) {
                return new Criterion(measure, parts.group(2), bound);
            }
        } catch (NumberFormatException e) {
            throw wrong(text, "expected a number, found '%s'".formatted(Shown.text(parts.group(3))));
        }
        throw wrong(text, "expected a finite number");
    }

    private static InputException wrong(String text, String what) {
        return new InputException("--learned %s: %s".formatted(Shown.text(text), what));
    }

    /** A loss or score that is not finite is never learned. */
    public boolean met(Finished run) {
        double value = measure.equals("loss") ? run.loss() : run.score();
        if (!Double.isFinite(run.loss()) || !Double.isFinite(value) || run.ending() == Outcome.Ending.NOT_FINITE) {
            return false;
        }
        return switch (relation) {
            case "<" -> value < bound;
            case "<=" -> value <= bound;
            case ">" -> value > bound;
            default -> value >= bound;
        };
    }

    /** {@code accuracy = 1} is what a reader expects of one that can be no larger. */
    public String said() {
        boolean whole = measure.equals("accuracy") && relation.equals(">=") && bound == 1;
        return "%s %s %s"
                .formatted(measure.equals("r2") ? "R²" : measure, whole ? "=" : relation, AxisText.written(bound));
    }
}
