package handgrad.lab.program;

/** What a pupil gets wrong, and the name that it should be given. */
enum Slip {
    OUTPUT_DERIVATIVE_MISSING("output-delta-of-other-loss"),
    RAW_ERROR_PASSED_DOWN("raw-error-passed-down"),
    DERIVATIVE_AT_ACTIVATION("derivative-at-activation"),
    HIDDEN_DERIVATIVE_MISSING("missing-activation-derivative"),
    BIAS_NOT_AVERAGED("bias-gradient-summed"),
    NOT_AVERAGED("sum-instead-of-mean"),
    AVERAGED_TWICE("averaged-twice"),
    UPHILL("sign-flipped"),
    BIAS_OVER_NEURONS("bias-summed-over-neurons"),
    NOT_RESET("gradient-not-reset"),
    MOMENTUM("momentum-in-the-gradient"),
    STALE_FORWARD("state-between-calls"),
    ANSWERED_LATE("answer-of-the-call-before"),
    CHANCE("answers-differ-by-chance"),
    STEP_UPHILL("sign-flipped"),
    UPDATED_TOO_EARLY("stale-weights");

    private final String name;

    Slip(String name) {
        this.name = name;
    }

    String named() {
        return name;
    }
}
