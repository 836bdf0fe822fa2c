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

    /** Whose figures stand for a run, in a sentence. */
    public String subject() {
        String first = runs.get(0).training().first().engine();
        boolean own = runs.stream().anyMatch(run -> run.subject() > 0);
        return own
                ? "Losses and scores are those of the engine `%s` where it takes part, else those of `%s`."
                        .formatted(Run.OWN, first)
                : "Losses and scores are those of the engine `%s`.".formatted(first);
    }

    /** What the runs have in common. */
    public Topic topic() {
        return runs.get(0).topic();
    }
}
