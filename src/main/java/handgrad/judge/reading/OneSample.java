package handgrad.judge.reading;

/** The sample that alone counts, where a program overwrites what it should add up, or stops after the first. */
enum OneSample {
    LAST("last"),
    FIRST("first");

    private final String word;

    OneSample(String word) {
        this.word = word;
    }

    String mistake() {
        return word + "-sample-only";
    }

    String sentence() {
        return "only the %s sample of the batch counts".formatted(word);
    }

    /** The row of this sample. */
    double[] of(double[][] rows) {
        return rows[this == LAST ? rows.length - 1 : 0];
    }
}
