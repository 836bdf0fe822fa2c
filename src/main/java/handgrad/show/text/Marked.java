package handgrad.show.text;

/** A formula in three parts: the middle one is what another formula has not; whole words of it, and empty where it lacks some. */
public record Marked(String before, String marked, String after) {
    private static final String ENDS_OF_WORDS = " ()";

    /** What differs from another formula. */
    public static Marked of(String formula, String other) {
        int from = 0;
        while (from < Math.min(formula.length(), other.length()) && formula.charAt(from) == other.charAt(from)) {
            from++;
        }
        while (!(endsWord(formula, from) && endsWord(other, from))) {
            from--;
        }
        int shorter = Math.min(formula.length(), other.length()) - from;
        int to = 0;
        while (to < shorter && formula.charAt(formula.length() - 1 - to) == other.charAt(other.length() - 1 - to)) {
            to++;
        }
        while (!(endsWord(formula, formula.length() - to) && endsWord(other, other.length() - to))) {
            to--;
        }
        int end = formula.length() - to;
        // A space tells nothing.
        while (from < end && formula.charAt(from) == ' ') {
            from++;
        }
        while (end > from && formula.charAt(end - 1) == ' ') {
            end--;
        }
        return new Marked(formula.substring(0, from), formula.substring(from, end), formula.substring(end));
    }

    /** Whether the two have nothing in common. */
    public boolean isWhole() {
        return before.isEmpty() && after.isEmpty();
    }

    private static boolean endsWord(String text, int at) {
        return at == 0
                || at == text.length()
                || ENDS_OF_WORDS.indexOf(text.charAt(at - 1)) >= 0
                || ENDS_OF_WORDS.indexOf(text.charAt(at)) >= 0;
    }
}
