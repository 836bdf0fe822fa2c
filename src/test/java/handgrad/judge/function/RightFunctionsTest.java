package handgrad.judge.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Functions put together at random, at random points, with gradients by hand in each format: none may be called wrong. */
class RightFunctionsTest {
    private static final int MANY = Integer.getInteger("functions", 500);

    private static Stream<Composition> functions(Format format, int count) {
        return IntStream.range(0, count)
                .mapToObj(seed -> new Composition(seed, format))
                .filter(Composition::ordinary);
    }

    private static boolean calledWrong(FunctionJudgement judgement) {
        return judgement.obstacle().isPresent()
                || judgement.failingDirections() > 0
                || judgement.tensors().stream()
                        .anyMatch(result -> result.failing() > 0 || result.failingDirections() > 0);
    }

    private static FunctionJudgement right(Composition function, Format format) {
        return Asked.of(function, function.gradient(Asked.point(function)), format);
    }

    private static void noneIsCalledWrong(Format format, int count) {
        List<Composition> functions = functions(format, count).toList();
        assertThat(functions).as("most are ordinary").hasSizeGreaterThan(count * 9 / 10);
        assertThat(functions.stream().filter(function -> calledWrong(right(function, format))))
                .isEmpty();
    }

    @Test
    void rightOnesPassInFloat64() {
        noneIsCalledWrong(Format.FLOAT64, MANY);
    }

    @Test
    void rightOnesPassInFloat32() {
        noneIsCalledWrong(Format.FLOAT32, MANY);
    }

    @Test
    void rightOnesPassInHalfFormats() {
        noneIsCalledWrong(Format.FLOAT16, 60);
        noneIsCalledWrong(Format.BFLOAT16, 60);
    }

    /** One entry of one tensor is off by a share of the largest entry there. */
    private static long detected(Format format, double share) {
        return functions(format, 50)
                .filter(function -> {
                    double[][] gradient = function.gradient(Asked.point(function));
                    double[] first = gradient[0];
                    first[first.length / 2] += share * Asked.largest(first);
                    return calledWrong(Asked.of(function, gradient, format));
                })
                .count();
    }

    @Test
    void aMillionthIsSeenInFloat64AndAPartInTwentyInFloat32() {
        assertThat(detected(Format.FLOAT64, 1e-6)).isGreaterThanOrEqualTo(45);
        assertThat(detected(Format.FLOAT32, 0.05)).isGreaterThanOrEqualTo(45);
    }
}
