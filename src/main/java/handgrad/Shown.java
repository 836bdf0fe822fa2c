package handgrad;

import java.util.regex.Pattern;

/**
 * Text from outside, made fit to print: on one line, of bearable length, and without what would move the cursor or turn the
 * direction of writing. A name in a file is data; it must not be able to draw a verdict of its own.
 */
public final class Shown {
    private static final int NAME = 100;
    private static final int SENTENCE = 600;

    private static final Pattern BREAKS = Pattern.compile("[\\t\\n\\x0B\\f\\r\\x85\\x{2028}\\x{2029}]+");

    /** Control and format characters but for the two joiners, which some scripts cannot do without; broken surrogates. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\x{2028}\\x{2029}&&[^\\x{200C}\\x{200D}]]");

    private static final Pattern UNSEEN_IN_LINES =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\x{2028}\\x{2029}&&[^\\x{200C}\\x{200D}\\n\\t]]");

    private Shown() {}

    /** A name or a value, cut at 100 characters. */
    public static String text(String given) {
        return oneLine(given, NAME);
    }

    /** A whole sentence that holds text from outside, cut where no sentence of this program is as long. */
    public static String sentence(String given) {
        return oneLine(given, SENTENCE);
    }

    /** Several lines that hold text from outside, such as those of a compiler: kept as lines, of any length. */
    public static String lines(String given) {
        return UNSEEN_IN_LINES.matcher(given.replace("\r\n", "\n")).replaceAll("\uFFFD");
    }

    private static String oneLine(String given, int longest) {
        String line = BREAKS.matcher(cut(given, longest)).replaceAll(" ");
        return UNSEEN.matcher(line).replaceAll("\uFFFD");
    }

    private static String cut(String given, int longest) {
        if (given.length() <= longest) {
            return given;
        }
        int end = Character.isHighSurrogate(given.charAt(longest - 1)) ? longest - 1 : longest;
        return given.substring(0, end) + "...";
    }
}
