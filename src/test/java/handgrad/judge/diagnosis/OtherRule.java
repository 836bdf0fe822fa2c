package handgrad.judge.diagnosis;

import handgrad.network.Point;
import java.util.stream.IntStream;

/** What other checkers would say of a gradient {@code a}, with {@code n} the central differences of step 1e-6. */
enum OtherRule {
    /** {@code torch.autograd.gradcheck}: every |a - n| is at most 1e-5 + 1e-3 |n|. */
    PYTORCH("PyTorch") {
        @Override
        boolean passes(double[] a, double[] n) {
            return IntStream.range(0, a.length).allMatch(i -> Math.abs(a[i] - n[i]) <= 1e-5 + 1e-3 * Math.abs(n[i]));
        }
    },
    /** {@code GradientCheckUtil}: every |a - n| is at most 1e-3 (|a| + |n|), or below 1e-8. */
    DL4J("DL4J") {
        @Override
        boolean passes(double[] a, double[] n) {
            return IntStream.range(0, a.length).allMatch(i -> {
                double error = Math.abs(a[i] - n[i]);
                return error <= 1e-3 * (Math.abs(a[i]) + Math.abs(n[i])) || error < 1e-8;
            });
        }
    },
    /** The mean of all |a - n| is at most 1e-5. */
    MEAN("mean") {
        @Override
        boolean passes(double[] a, double[] n) {
            return IntStream.range(0, a.length)
                            .mapToDouble(i -> Math.abs(a[i] - n[i]))
                            .average()
                            .orElseThrow()
                    <= 1e-5;
        }
    };

    static final double STEP = 1e-6;

    private final String title;

    OtherRule(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    abstract boolean passes(double[] analytic, double[] numerical);

    boolean passes(Point analytic, Point numerical) {
        return passes(analytic.values(), numerical.values());
    }
}
