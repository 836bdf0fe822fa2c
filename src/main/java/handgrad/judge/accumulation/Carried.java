package handgrad.judge.accumulation;

import java.util.Optional;

/** What is left in an answer of the batch before. */
enum Carried {
    /** Nothing, as is right. */
    NOTHING("", "", ""),
    /** All of it: the accumulated gradient is not set to zero. */
    ANSWER(
            "gradient-not-reset",
            "the gradient of the batch before is still in it: it is not set to zero before the first micro-batch",
            "the answer to the batch before"),
    /** The same, divided once more. */
    ANSWER_OVER_N(
            "gradient-not-reset",
            "the gradient of the batch before is still in it, divided by the number of samples once more: it is not set to zero"
                    + " before the first micro-batch",
            "1/n times the answer to the batch before"),
    /** The same, divided once more. */
    ANSWER_OVER_K(
            "gradient-not-reset",
            "the gradient of the batch before is still in it, divided by the number of micro-batches once more: it is not set to zero"
                    + " before the first micro-batch",
            "1/K times the answer to the batch before"),
    /** Its last micro-batch: the step is made before the last one is added. */
    LAST(
            "last-micro-batch-late",
            "the last micro-batch of the batch before is in it: it came after that answer, and no zero after it",
            "the last micro-batch of the batch before");

    private final String mistake;
    private final String sentence;
    private final String computes;

    Carried(String mistake, String sentence, String computes) {
        this.mistake = mistake;
        this.sentence = sentence;
        this.computes = computes;
    }

    Optional<String> mistake() {
        return this == NOTHING ? Optional.empty() : Optional.of(mistake);
    }

    String sentence() {
        return sentence;
    }

    String computes() {
        return computes;
    }

    /** What the answer before is multiplied by. */
    private double factor(Given given) {
        return switch (this) {
            case ANSWER -> 1;
            case ANSWER_OVER_N -> 1.0 / given.split().n();
            case ANSWER_OVER_K -> 1.0 / given.split().count();
            case NOTHING, LAST -> 0;
        };
    }

    /** Entry i of what is left. */
    double entry(Given given, Scale scale, int i) {
        return given.before()
                .map(before ->
                        this == LAST ? before.weighted(last(before, scale), i) : factor(given) * before.claim()[i])
                .orElse(0.0);
    }

    /** How far that may be off by rounding. */
    double tolerance(Given given, Scale scale, int i) {
        return given.before()
                .map(before -> this == LAST
                        ? before.tolerance(last(before, scale), i)
                        : given.rounding(factor(given) * before.claim()[i]))
                .orElse(0.0);
    }

    /** The weights of a batch of which the last micro-batch alone is left. */
    private static double[] last(Given before, Scale scale) {
        int last = before.split().count() - 1;
        double[] weights = new double[last + 1];
        weights[last] = scale.weight().of(last, before.split());
        return weights;
    }

    /** How much of the batch before is left, and of what: of its answer, or the weight of its last micro-batch. */
    Optional<Counted> counted(Given given, Scale scale) {
        if (this == NOTHING || given.before().isEmpty()) {
            return Optional.empty();
        }
        Given before = given.before().get();
        int last = before.split().count() - 1;
        return Optional.of(
                this == LAST
                        ? new Counted(
                                "last of the batch before",
                                before.split().sizes().get(last),
                                last(before, scale)[last],
                                0)
                        : new Counted(
                                "answer to the batch before", before.split().n(), factor(given), 0));
    }
}
