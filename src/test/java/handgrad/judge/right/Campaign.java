package handgrad.judge.right;

import handgrad.judge.Judge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Many problems, each with right gradients by several programs, and with errors planted in one entry. */
final class Campaign {
    private static final double[] AT_ZERO = {0, 1, 0.5};
    /** What an entry is made wrong by, of the largest of its layer. */
    private static final double PLANTED = 1e-6;
    /** What right programs may differ by where that has to be found. */
    private static final double AGREED = 1e-9;

    int right;
    int planted;
    final List<String> calledWrong = new ArrayList<>();
    final List<String> missed = new ArrayList<>();

    void run(long seed) {
        var problem = Problems.of(seed);
        var judging = Judging.of(problem);
        var random = new Random(seed);
        Judge inDouble = judging.judge(false);
        Judge inFloat = judging.judge(true);
        for (int number = 0; number < 3; number++) {
            judgeRight(seed, judging, inDouble, program(random, number, false));
            if (number < 2) {
                judgeRight(seed, judging, inFloat, program(random, random.nextInt(3), true));
            }
        }
        plant(seed, judging, inDouble, random);
    }

    private static Program program(Random random, int number, boolean single) {
        var orders = Arithmetic.Order.values();
        var arithmetic = new Arithmetic(single, orders[random.nextInt(orders.length)]);
        return new Program(new Form(arithmetic, number, AT_ZERO[random.nextInt(3)]), random.nextInt(3) == 0);
    }

    private void judgeRight(long seed, Judging judging, Judge judge, Program program) {
        double[][][] gradient = program.gradient(judging.problem());
        if (!finite(gradient)) {
            return;
        }
        right++;
        if (!judge.judge(judging.point(gradient)).passes()) {
            calledWrong.add(
                    "problem %d, %s: %s".formatted(seed, judging.problem().kind(), program));
        }
    }

    private void plant(long seed, Judging judging, Judge judge, Random random) {
        double atZero = AT_ZERO[random.nextInt(3)];
        List<Arithmetic.Order> orders = List.of(Arithmetic.Order.values());
        List<double[][][]> gradients = IntStream.range(0, orders.size())
                .mapToObj(form -> new Program(new Form(new Arithmetic(false, orders.get(form)), form, atZero), false))
                .map(program -> program.gradient(judging.problem()))
                .toList();
        if (!gradients.stream().allMatch(Campaign::finite)) {
            return;
        }
        double[][][] first = gradients.get(0);
        for (int l = 0; l < first.length; l++) {
            int layer = l;
            double largest = largest(first[l]);
            boolean agreed = gradients.stream().allMatch(other -> apart(first[layer], other[layer]) <= AGREED * largest)
                    && (kinked(judging.problem())
                            || judging.apart(judge.oracle(), judging.point(first), l) <= AGREED * largest);
            if (!agreed || !(largest > Double.MIN_NORMAL * 1e20)) {
                continue;
            }
            double[] row = first[l][random.nextInt(first[l].length)];
            int at = random.nextInt(row.length);
            double kept = row[at];
            row[at] += (random.nextBoolean() ? 1 : -1) * PLANTED * largest;
            planted++;
            if (judge.judge(judging.point(first)).passes()) {
                missed.add("problem %d, %s, layer %d"
                        .formatted(seed, judging.problem().kind(), l));
            }
            row[at] = kept;
        }
    }

    /** Where programs stand at kinks by design, and the oracle on a branch of its own. */
    private static boolean kinked(Problem problem) {
        return problem.kind() != Problem.Kind.PLAIN
                && problem.kind() != Problem.Kind.LARGE_INPUTS
                && problem.kind() != Problem.Kind.SATURATED;
    }

    private static boolean finite(double[][][] gradient) {
        return Arrays.stream(gradient)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .allMatch(Double::isFinite);
    }

    private static double largest(double[][] layer) {
        return Arrays.stream(layer)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    private static double apart(double[][] one, double[][] other) {
        double apart = 0;
        for (int i = 0; i < one.length; i++) {
            for (int j = 0; j < one[i].length; j++) {
                apart = Math.max(apart, Math.abs(one[i][j] - other[i][j]));
            }
        }
        return apart;
    }
}
