package handgrad.lab;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.claim.StandardCases;
import handgrad.input.userclass.UserClass;
import handgrad.input.userclass.UserOutcome;
import handgrad.input.userclass.UserRun;
import handgrad.lab.result.Verification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verifies a gradient that somebody wrote as a Java class, on the standard cases. */
public final class ClassExaminer {
    private final Examiner examiner;
    private final Duration limit;

    /** @param limit of the class on each case */
    public ClassExaminer(Examiner examiner, Duration limit) {
        this.examiner = examiner;
        this.limit = limit;
    }

    /**
     * What came out.
     *
     * @param results one a case that the class was run on and did not skip; at least one
     * @param skipped why the others are not among them, one sentence each
     */
    public record Examination(List<Verification> results, List<String> skipped) {
        public Examination {
            results = List.copyOf(results);
            skipped = List.copyOf(skipped);
        }
    }

    /**
     * Runs the class on every standard case; one that takes too long on a case is not given any more.
     */
    public Examination examine(UserClass user) {
        var results = new ArrayList<Verification>();
        var skipped = new ArrayList<String>();
        List<Case> cases = StandardCases.all();
        boolean tookTooLong = false;
        for (Case task : cases) {
            if (tookTooLong) {
                skipped.add("%s: not run, the class took too long on the case before".formatted(task.name()));
                continue;
            }
            UserOutcome outcome = UserRun.of(user, task, limit);
            if (outcome instanceof UserOutcome.Claimed claimed) {
                results.add(examiner.examine(claiming(task, claimed.claim())));
            } else if (outcome instanceof UserOutcome.Failed failed) {
                results.add(examiner.failed(task, failed.reason()));
                tookTooLong = failed.tookTooLong();
            } else if (outcome instanceof UserOutcome.Skipped skip) {
                skipped.add("%s: %s".formatted(task.name(), skip.reason()));
            }
        }
        if (results.isEmpty()) {
            String reason = "%s skips every case, the first as %s".formatted(user.name(), skipped.get(0));
            results.add(examiner.failed(cases.get(0), reason));
        }
        return new Examination(results, skipped);
    }

    private static Case claiming(Case task, Claim claim) {
        return new Case(task.name(), task.parameters(), task.samples(), Optional.of(claim), task.learningRate());
    }
}
