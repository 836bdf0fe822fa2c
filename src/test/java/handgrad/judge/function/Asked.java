package handgrad.judge.function;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Short forms for asking the judge. */
final class Asked {
    private Asked() {}

    static FunctionJudgement of(HandFunction function, double[][] gradient, Intermediate... intermediates) {
        return of(function, gradient, Format.FLOAT64, intermediates);
    }

    static FunctionJudgement of(
            HandFunction function, double[][] gradient, Format format, Intermediate... intermediates) {
        return new FunctionJudge(
                        values -> function.loss(values.toArray(double[][]::new)),
                        function.tensors(),
                        format,
                        Budget.DEFAULT,
                        1)
                .judge(List.of(gradient), List.of(intermediates));
    }

    /** A function of one vector x. */
    static FunctionJudgement of(ToDoubleFunction<double[]> function, double[] x, double... claimed) {
        return judge(function, x, Budget.DEFAULT).judge(List.of(claimed), List.of());
    }

    static FunctionJudge judge(ToDoubleFunction<double[]> function, double[] x, Budget budget) {
        return new FunctionJudge(
                values -> function.applyAsDouble(values.get(0)),
                List.of(new Tensor("x", List.of(x.length), x, true)),
                Format.FLOAT64,
                budget,
                1);
    }

    static double[][] point(HandFunction function) {
        return function.tensors().stream().map(Tensor::values).toArray(double[][]::new);
    }

    static String sentences(FunctionJudgement judgement) {
        return String.join(
                "; ", judgement.structures().stream().map(Structure::sentence).toList());
    }

    static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElse(0);
    }
}
