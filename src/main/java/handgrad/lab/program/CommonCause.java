package handgrad.lab.program;

import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.diagnosis.Diagnosis.Finding;
import handgrad.judge.reading.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One program has one set of mistakes: of what would explain its wrong gradients one by one, what explains the most of them. A tie
 * of one case is none where another case tells the two apart.
 */
final class CommonCause {
    /** How many cases each set of mistakes explains. */
    private final Map<Set<String>, Integer> explained = new LinkedHashMap<>();

    void add(Diagnosis diagnosis) {
        diagnosis.findings().stream()
                .map(CommonCause::mistakes)
                .distinct()
                .forEach(mistakes -> explained.merge(mistakes, 1, Integer::sum));
    }

    /** What explains the most, the simplest first; several where the cases so far do not tell them apart. */
    List<Set<String>> best() {
        int most = explained.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return explained.entrySet().stream()
                .filter(entry -> entry.getValue() == most)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingInt(Set::size))
                .toList();
    }

    /** Whether a diagnosis names one of the best, and which: those of its findings that are left, in their order. */
    Diagnosis among(Diagnosis diagnosis) {
        List<Set<String>> best = best();
        var left = new ArrayList<Finding>();
        for (Finding finding : diagnosis.findings()) {
            if (best.contains(mistakes(finding))) {
                left.add(finding);
            }
        }
        return left.isEmpty()
                ? diagnosis
                : new Diagnosis(
                        left,
                        left.size() > 1 ? diagnosis.separating() : Optional.empty(),
                        diagnosis.searched(),
                        diagnosis.holds());
    }

    /** The names of the mistakes of a finding, whatever the layers. */
    static Set<String> mistakes(Finding finding) {
        var names = new LinkedHashSet<String>();
        finding.causes().stream().map(Cause::mistake).sorted().forEach(names::add);
        return names;
    }
}
