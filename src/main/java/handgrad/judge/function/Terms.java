package handgrad.judge.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A gradient as a sum of terms that the program hands out: the right one and the claimed one are both fitted by the same terms, and those
 * whose coefficients differ are named.
 */
final class Terms {
    private static final int MOST = 12;

    private Terms() {}

    static List<Structure> read(Evidence evidence, List<Intermediate> intermediates) {
        if (!evidence.complete()) {
            return List.of();
        }
        var names = new ArrayList<String>();
        var columns = new ArrayList<double[]>();
        for (Intermediate step : intermediates) {
            add(names, columns, Sentences.name(step.name()), step.shape(), step.values(), evidence);
            step.gradient()
                    .ifPresent(gradient -> add(
                            names,
                            columns,
                            "the gradient of " + Sentences.name(step.name()),
                            step.shape(),
                            gradient,
                            evidence));
        }
        var basis = LeastSquares.of(columns);
        int free = basis.used().size();
        if (free == 0 || free > MOST || evidence.size() < free + 2) {
            return List.of();
        }
        double[] tolerance = evidence.tolerance();
        double[] right = basis.coefficients(evidence.right());
        double[] claimed = basis.coefficients(evidence.claimed());
        double[] slack = basis.spread(tolerance);
        boolean rightFits = Fit.equal(basis.combined(right), evidence.right(), Fit.plus(tolerance, tolerance));
        if (!rightFits) {
            return List.of();
        }
        var found = new ArrayList<Structure>();
        for (int j = 0; j < free; j++) {
            if (Math.abs(right[j] - claimed[j]) > 2 * slack[j] + 1e-9) {
                String name = names.get(basis.used().get(j));
                Fit.of(
                                evidence,
                                basis.combined(claimed),
                                Fit.plus(tolerance, tolerance),
                                sentence(evidence, name, claimed[j], right[j]))
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    private static String sentence(Evidence evidence, String name, double claimed, double right) {
        boolean missing = Math.abs(claimed) < 0.005 * Math.abs(right);
        String how = missing ? "is missing: it enters" : "enters";
        return String.format(
                Locale.ROOT,
                "in the gradient of %s, %s %s %.2f times where %.2f is right",
                Sentences.name(evidence.name()),
                name,
                how,
                missing ? 0 : claimed,
                right);
    }

    private static void add(
            List<String> names,
            List<double[]> columns,
            String name,
            List<Integer> shape,
            double[] values,
            Evidence evidence) {
        double[] wide = Shapes.broadcast(shape, values, evidence.shape());
        if (wide != null && Arrays.stream(wide).allMatch(Double::isFinite)) {
            names.add(name);
            columns.add(wide);
        }
    }
}
