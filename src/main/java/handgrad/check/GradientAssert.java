package handgrad.check;

import handgrad.InputException;
import handgrad.judge.function.Budget;
import handgrad.judge.function.Format;
import handgrad.judge.function.FunctionJudge;
import handgrad.judge.function.FunctionJudgement;
import handgrad.judge.function.PointAudit;
import handgrad.judge.function.Tensor;
import java.util.Arrays;
import java.util.List;

/**
 * A gradient of a function at a point. The right one is made of differences of the function's own values, and each entry is judged within
 * the error that is estimated of them.
 */
public final class GradientAssert {
    private static final long SEED = 5;

    private final Gradient gradient;
    private final Value value;
    private final List<Tensor> point;
    private final Format format;

    /** @throws InputException if nothing is differentiated */
    GradientAssert(Gradient gradient, Value value, List<Tensor> point) {
        this(gradient, value, point, Format.FLOAT64);
    }

    private GradientAssert(Gradient gradient, Value value, List<Tensor> point, Format format) {
        this.gradient = gradient;
        this.value = value;
        this.point = List.copyOf(point);
        this.format = format;
        if (point.stream().noneMatch(Tensor::differentiated)) {
            throw new InputException(
                    "a gradient at a point without a tensor that is differentiated: expected at least one");
        }
    }

    /** The same where function and gradient are computed in another format. */
    public GradientAssert computedIn(Format other) {
        return new GradientAssert(gradient, value, point, other);
    }

    /**
     * Fails unless the gradient is right. What the function or the gradient throws goes through.
     *
     * @throws AssertionError if it is wrong, has the wrong shape, is not the same when asked twice or changes its input; the message says
     *     which, and of a wrong one what its error looks like, the worst entries, and what the point hides
     */
    public void isRight() {
        double[][] claimed = asked();
        Claimed.check(point, claimed);
        if (!Arrays.deepEquals(claimed, asked())) {
            throw new AssertionError(
                    "the gradient is not the same when it is asked twice at one point: it depends on chance or on earlier calls");
        }
        var judge = new FunctionJudge(values -> value.of(copies(values)), point, format, Budget.DEFAULT, SEED);
        FunctionJudgement judgement = judge.judge(List.of(claimed), List.of());
        if (!judgement.passes()) {
            throw new AssertionError(FunctionMessage.of(judgement, PointAudit.of(point)));
        }
    }

    /**
     * Fails where the point would hide mistakes, such as one at which everything is 0 or a matrix is square.
     *
     * @throws AssertionError that says what is hidden
     */
    public GradientAssert hidesNothing() {
        List<String> hidden = PointAudit.of(point);
        if (!hidden.isEmpty()) {
            throw new AssertionError("the point hides mistakes:" + Lines.indented(hidden));
        }
        return this;
    }

    private double[][] asked() {
        double[][] inputs = copies(point.stream().map(Tensor::values).toList());
        double[][] answer = gradient.of(inputs);
        for (int i = 0; i < inputs.length; i++) {
            if (!Arrays.equals(inputs[i], point.get(i).values())) {
                throw new AssertionError("the gradient changed its input %s, expected it to be left as it was"
                        .formatted(Lines.name(point.get(i).name())));
            }
        }
        double[][] copy = answer == null ? null : answer.clone();
        for (int i = 0; copy != null && i < copy.length; i++) {
            copy[i] = copy[i] == null ? null : copy[i].clone();
        }
        return copy;
    }

    private static double[][] copies(List<double[]> values) {
        return values.stream().map(double[]::clone).toArray(double[][]::new);
    }
}
