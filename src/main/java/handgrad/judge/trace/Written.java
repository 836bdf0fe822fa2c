package handgrad.judge.trace;

/** The text of an expression, and how tightly it binds: where it stands inside a tighter one, it gets parentheses. */
public record Written(String text, Rank rank) {
    /** From the loosest to the tightest; what begins with a minus is as loose as a sum. */
    public enum Rank {
        SUM,
        PRODUCT,
        ATOM
    }

    /** The text as a part of something that wants at least this rank. */
    String within(Rank least) {
        return rank.compareTo(least) >= 0 ? text : "(" + text + ")";
    }
}
