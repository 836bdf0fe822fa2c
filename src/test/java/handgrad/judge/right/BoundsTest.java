package handgrad.judge.right;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.judge.rounding.RightGradients;
import handgrad.network.Network;
import handgrad.network.Penalty;
import handgrad.network.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The bounds themselves, layer by layer, against those that have been written down when 14,000 right gradients passed within them and
 * 6,600 errors did not: a bound that has become wider or narrower by a thousandth is noticed. Whoever means to change one writes
 * them anew, with {@code -Dbounds.written=true}, after a run of {@link RightGradientsTest} over thousands of problems.
 */
class BoundsTest {
    private static final Path WRITTEN = Path.of("src/test/resources/judge/bounds.txt");
    private static final double SAME = 1e-3;
    private static final int PROBLEMS = 84;

    @Test
    void areWhatTheyWere() throws IOException {
        List<String> now = IntStream.range(3000, 3000 + PROBLEMS)
                .boxed()
                .flatMap(seed -> Stream.of(Precision.values()).map(precision -> line(seed, precision)))
                .toList();
        if (Boolean.getBoolean("bounds.written")) {
            Files.write(WRITTEN, now);
        }
        List<String> then = Files.readAllLines(WRITTEN);
        var differing = new ArrayList<String>();
        for (int i = 0; i < then.size(); i++) {
            if (!same(then.get(i), now.get(i))) {
                differing.add(then.get(i) + "\nnow " + now.get(i));
            }
        }
        assertThat(differing).isEmpty();
    }

    private static boolean same(String then, String now) {
        String[] a = then.split(" ", -1);
        String[] b = now.split(" ", -1);
        return a.length == b.length
                && IntStream.range(0, a.length)
                        .allMatch(i -> a[i].equals(b[i])
                                || Math.abs(Double.parseDouble(a[i]) / Double.parseDouble(b[i]) - 1) < SAME);
    }

    /** The bounds of the oracle's branch, and of those which programs have taken that take the side above, or the mean. */
    private static String line(int seed, Precision precision) {
        var problem = Problems.of(seed);
        var judging = Judging.of(problem);
        var rights = new RightGradients(judging.theta(), judging.samples(), precision, Penalty.NONE);
        var line = new StringBuilder("%d %s".formatted(seed, precision.name()));
        append(line, judging.network(), rights.natural());
        for (double atZero : new double[] {1, 0.5}) {
            var form = new Form(new Arithmetic(precision == Precision.FLOAT, Arithmetic.Order.FORWARD), 0, atZero);
            double[] gradient =
                    judging.point(new Program(form, false).gradient(problem)).values();
            rights.of(gradient, new double[gradient.length]).ifPresent(right -> append(line, judging.network(), right));
        }
        return line.toString();
    }

    private static void append(StringBuilder line, Network network, RightGradients.Right right) {
        network.blocks()
                .forEach(block -> line.append(" %.6e"
                        .formatted(Arrays.stream(right.tolerance(), block.offset(), block.end())
                                .sum())));
    }
}
