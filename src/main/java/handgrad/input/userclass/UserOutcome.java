package handgrad.input.userclass;

import handgrad.input.claim.Claim;

/** What came of running a class on one case. */
public sealed interface UserOutcome {
    /** It has an answer, with its own loss if it supplies one. The numbers may be wrong, or not finite. */
    record Claimed(Claim claim) implements UserOutcome {}

    /**
     * It has none: it threw, took too long, changed its inputs or returned what is no gradient of this network.
     *
     * @param tookTooLong whether that is why; it may still be running
     */
    record Failed(String reason, boolean tookTooLong) implements UserOutcome {
        Failed(String reason) {
            this(reason, false);
        }
    }

    /** It says itself that it is not made for this network. */
    record Skipped(String reason) implements UserOutcome {}
}
