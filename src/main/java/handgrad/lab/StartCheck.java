package handgrad.lab;

import handgrad.engine.Batch;
import handgrad.engine.Engine;
import handgrad.engine.Parameters;
import handgrad.input.claim.Case;
import handgrad.lab.result.GradientsAtStart;
import handgrad.lab.result.GradientsAtStart.Check;
import handgrad.network.compare.Comparison;
import handgrad.network.compare.Difference;
import handgrad.network.compare.Tolerance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The gradients of engines that stand at one point, before they are trained.
 *
 * @param samples on which they are compared with each other
 * @param few of them, which the oracle judges: it takes as long as many steps of an engine
 */
record StartCheck(List<Engine> engines, Batch samples, Batch few) {
    GradientsAtStart made() {
        Parameters theta = engines.get(0).parameters();
        List<Check> compared = compared();
        List<Check> judged = judged(theta, few);
        boolean all =
                !compared.stream().allMatch(Check::passes) && judged.stream().allMatch(Check::passes);
        return new GradientsAtStart(
                samples.n(),
                all ? samples.n() : few.n(),
                theta.network().size(),
                compared,
                // Whose gradient it is that differs, the few have not told.
                all ? judged(theta, samples) : judged);
    }

    private List<Check> compared() {
        double tolerance = Tolerance.gradient(engines.get(0).parameters().precision());
        Parameters first = engines.get(0).gradient(samples).gradient();
        var checks = new ArrayList<Check>();
        for (Engine other : engines.subList(1, engines.size())) {
            Difference worst = Comparison.of(
                            first.point(), other.gradient(samples).gradient().point(), first.precision())
                    .worst();
            checks.add(new Check(
                    engines.get(0).name(),
                    other.name(),
                    worst.worst(),
                    worst.maxRelative(),
                    tolerance,
                    worst.within(tolerance)));
        }
        return checks;
    }

    private List<Check> judged(Parameters theta, Batch batch) {
        var point = new Case("start", theta.point(), batch.samples(), Optional.empty(), OptionalDouble.empty());
        var oracle = new Oracle(point, theta.precision());
        return engines.stream()
                .map(engine -> oracle.check(
                        engine.name(), engine.gradient(batch).gradient().point()))
                .toList();
    }
}
