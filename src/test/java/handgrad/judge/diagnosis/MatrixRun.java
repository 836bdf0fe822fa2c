package handgrad.judge.diagnosis;

import handgrad.judge.Judge;
import handgrad.judge.diagnosis.Diagnosis.Finding;
import handgrad.judge.diagnosis.Outcome.Naming;
import handgrad.judge.oracle.CentralDifferences;
import handgrad.network.Block;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.compare.Comparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** All gradients of one case, judged by everybody. */
final class MatrixRun {
    /** What right programs differ by at least, relative to the largest entry of the layer. */
    private static final double ROUNDING = 1e-12;
    /** What differs by so much more than the right programs of the case do is no rounding. */
    private static final double APART = 100;

    private final MatrixCase given;
    private final Judge judge;
    private final Point numerical;
    private final Point right;
    private final List<Planting> plantings;
    private final Map<String, Point> programs;
    private final Map<OptionalDouble, Diagnostician> diagnosticians = new HashMap<>();
    private final double rounding;

    MatrixRun(MatrixCase given) {
        this.given = given;
        this.judge = new Judge(given.theta(), given.samples(), Precision.DOUBLE);
        this.numerical = CentralDifferences.gradient(given.theta(), given.samples(), OtherRule.STEP);
        this.right = given.right().gradient().in(given.network());
        this.plantings = Planter.plant(given);
        this.programs = RightPrograms.gradients(given);
        double spread = programs.values().stream()
                .mapToDouble(
                        other -> Comparison.of(other, right, Precision.DOUBLE).maxRelative())
                .max()
                .orElseThrow();
        this.rounding = Math.max(ROUNDING, APART * spread);
    }

    /** One outcome for each planted mistake. */
    List<Outcome> planted() {
        var outcomes = new ArrayList<Outcome>();
        for (Planting planting : plantings) {
            Outcome seen = seen(planting.mistake().id(), planting.toString(), planting.gradient());
            outcomes.add(seen.detected() ? diagnosed(seen, planting) : seen);
        }
        return outcomes;
    }

    /** One outcome for each right program. */
    List<Outcome> right() {
        return programs.entrySet().stream()
                .map(program -> seen(program.getKey(), program.getKey(), program.getValue()))
                .toList();
    }

    /** One outcome for each gradient that is wrong without a name. */
    List<Outcome> nameless() {
        boolean small = given.kind() == MatrixCase.Kind.SMALL || given.kind() == MatrixCase.Kind.CLOSE;
        return NamelessErrors.gradients(given, right).entrySet().stream()
                .map(error -> seen(error.getKey() + (small ? ", small gradients" : ""), "", error.getValue()))
                .toList();
    }

    private Outcome seen(String group, String name, Point gradient) {
        Set<OtherRule> detectedBy = Arrays.stream(OtherRule.values())
                .filter(rule -> !rule.passes(gradient, numerical))
                .collect(Collectors.toSet());
        boolean detected = !judge.judge(gradient).passes();
        return new Outcome(given, group, name, !same(gradient, right), detected, detectedBy, Naming.NONE, "");
    }

    private boolean same(Point gradient, Point other) {
        return Comparison.of(gradient, other, Precision.DOUBLE).within(rounding);
    }

    private Outcome diagnosed(Outcome seen, Planting planting) {
        var findings = diagnosticians
                .computeIfAbsent(planting.learningRate(), this::diagnostician)
                .diagnose(planting.gradient())
                .findings();
        String said = findings.stream()
                .map(finding -> finding.causes().stream()
                        .map(cause -> cause.mistake() + " " + cause.layer())
                        .collect(Collectors.joining(" and ")))
                .collect(Collectors.joining("; "));
        return new Outcome(
                given,
                seen.group(),
                seen.gradient(),
                seen.differs(),
                true,
                seen.detectedBy(),
                naming(planting, findings),
                said);
    }

    private Diagnostician diagnostician(OptionalDouble learningRate) {
        return new Diagnostician(given.theta(), given.samples(), learningRate, Precision.DOUBLE);
    }

    private Naming naming(Planting planting, List<Finding> findings) {
        if (findings.isEmpty()) {
            return Naming.NOT;
        }
        if (names(findings.get(0), planting)) {
            return findings.stream().anyMatch(finding -> names(finding, planting) && places(finding, planting))
                    ? Naming.FIRST
                    : Naming.OTHER_LAYER;
        }
        return findings.stream().anyMatch(finding -> names(finding, planting) && places(finding, planting))
                ? Naming.IN_TIE
                : Naming.NOT;
    }

    /** One mistake made in two layers may be named as two. */
    private static boolean names(Finding finding, Planting planting) {
        return finding.causes().stream()
                .allMatch(cause -> cause.mistake().equals(planting.mistake().id()));
    }

    /** The layer is right too if the same mistake in the layer that is named gives the same gradient. */
    private boolean places(Finding finding, Planting planting) {
        if (finding.causes().size() > 1 || given.network().depth() == 1) {
            return given.network().depth() == 1 || planting.layer().isEmpty();
        }
        if (finding.faults().isEmpty()) {
            // A reading tells the first layer, from the output down, that is wrong.
            return finding.causes().get(0).layer() == planting.layer().orElseGet(() -> uppermost(planting.gradient()));
        }
        OptionalInt layer = finding.faults().get(0).layer();
        return plantings.stream()
                .filter(other -> other.mistake() == planting.mistake())
                .filter(other -> other.layer().equals(layer))
                .anyMatch(other -> same(other.gradient(), planting.gradient()));
    }

    private int uppermost(Point gradient) {
        int l = given.network().depth() - 1;
        while (l > 0 && given.network().blocks(l).stream().allMatch(block -> same(block, gradient))) {
            l--;
        }
        return l;
    }

    private boolean same(Block block, Point gradient) {
        return Arrays.equals(
                gradient.values(), block.offset(), block.end(), right.values(), block.offset(), block.end());
    }
}
