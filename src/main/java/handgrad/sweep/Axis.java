package handgrad.sweep;

/** One setting and its values, of which there is at least one. */
public record Axis(Choice choice, Values values) {
    /**
     * The values that a text gives.
     *
     * @throws handgrad.InputException if a value or a range is not one
     */
    public static Axis of(Choice choice, String text) {
        return new Axis(choice, AxisText.parse(choice, text));
    }

    long count() {
        return values.count();
    }

    String at(long i) {
        return values.at(i);
    }

    /** Whether there is more than one value. */
    public boolean varies() {
        return values.count() > 1;
    }
}
