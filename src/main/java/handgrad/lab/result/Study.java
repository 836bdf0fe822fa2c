package handgrad.lab.result;

import java.util.List;

/**
 * Several runs that answer one question together.
 *
 * @param runs at least one
 * @param findings what they have shown, a sentence each
 * @param asExpected whether each came out as it should
 */
public record Study(List<Run> runs, List<String> findings, boolean asExpected) {
    public Study {
        runs = List.copyOf(runs);
        findings = List.copyOf(findings);
    }

    /** What the runs have in common. */
    public Topic topic() {
        return runs.get(0).topic();
    }
}
