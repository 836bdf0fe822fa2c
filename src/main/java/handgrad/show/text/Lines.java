package handgrad.show.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jline.utils.WCWidth;

/** Breaks text into lines between its words, and never within one: a number stays whole, if need be on a line that is too wide. */
public final class Lines {
    private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?= )(?!(?<=\\d) (?:s|ms|µs|MB|%)(?!\\w))");

    /** What is quoted may have blanks. */
    private static final Pattern SHELL_WORD = Pattern.compile("(?:\\\\.|'[^']*'|\"[^\"]*\"|\\S)+");

    private static final String CONTINUED = " \\";

    private Lines() {}

    /** Between words, and not between a number and its unit. */
    public static List<String> broken(String text, int width) {
        return broken(text, BETWEEN_WORDS, width);
    }

    /**
     * Before separators, so that no line is wider than it has to be.
     *
     * @param separator such as {@code " + "}, with which a later line begins, without its first space
     */
    public static List<String> broken(String text, String separator, int width) {
        return broken(text, Pattern.compile("(?=" + Pattern.quote(separator) + ")"), width);
    }

    private static List<String> broken(String text, Pattern between, int width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : between.split(text, -1)) {
            if (!line.isEmpty() && seen(line) + seen(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? word.stripLeading() : word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** A formula: before a plus, a term that is too wide even so before its factors, and a factor as a last resort between words. */
    public static List<String> ofFormula(String formula, int width) {
        return List.of(" + ", " * ", " ").stream()
                .reduce(
                        List.of(formula),
                        (parts, separator) -> parts.stream()
                                .flatMap(part -> broken(part, separator, width).stream())
                                .toList(),
                        (one, other) -> other);
    }

    /**
     * A command of the shell: between words, and each line but the last with a backslash, so that all of them together can be copied
     * into a shell. Later lines are set in.
     */
    public static List<String> ofCommand(String command, int width) {
        var lines = new ArrayList<String>();
        String line = "";
        for (String word :
                SHELL_WORD.matcher(command).results().map(MatchResult::group).toList()) {
            if (!line.isBlank() && seen(line) + 1 + seen(word) > width - CONTINUED.length()) {
                lines.add(line + CONTINUED);
                line = "  " + word;
            } else {
                line = line.isEmpty() ? word : line + " " + word;
            }
        }
        lines.add(line);
        return lines;
    }

    /** How many columns of a terminal a text takes: a letter of Chinese, Japanese or Korean takes two, an accent that is added none. */
    public static int seen(CharSequence text) {
        return COLOUR.matcher(text)
                .replaceAll("")
                .codePoints()
                .map(WCWidth::wcwidth)
                .map(width -> Math.max(0, width))
                .sum();
    }
}
