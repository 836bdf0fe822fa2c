package handgrad.show.trace;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Formulas of a trace as they are printed in books, in Unicode: superscripts, ∂, δ, Σ, and a minus that is one. */
final class MathText {
    private static final String DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static final Pattern POWER_OF_TEN = Pattern.compile("(?<=\\d)e([+-]?)0*(\\d+)");
    private static final Pattern POWER = Pattern.compile("\\^(\\d+)");

    /** The d of a derivative: before L, or before a quantity with its layer or indices. */
    private static final Pattern DERIVATIVE = Pattern.compile("\\bd(?=L/|[zaWby]\\d*\\[|[zaWb]\\d+\\b|w\\d)");

    private static final Pattern DELTA = Pattern.compile("\\bdelta(?=\\d)");
    private static final Pattern SUM = Pattern.compile("\\bsum_([jk]) ");

    /** Between two terms, or in front of one; the hyphen of a word stands right behind a letter. */
    private static final Pattern MINUS = Pattern.compile("(?<= )-(?= )|(?<![\\p{L}\\d])-(?=[\\p{L}\\d(∂δ])");

    private MathText() {}

    /** A formula, a number, or a sentence with formulas in it. */
    static String of(String plain) {
        String text = POWER_OF_TEN.matcher(plain).replaceAll(MathText::powerOfTen);
        text = DERIVATIVE.matcher(text).replaceAll("∂");
        text = DELTA.matcher(text).replaceAll("δ");
        text = SUM.matcher(text).replaceAll(sum -> sum.group(1).equals("j") ? "Σⱼ " : "Σₖ ");
        text = POWER.matcher(text).replaceAll(power -> raised(power.group(1)));
        return MINUS.matcher(text).replaceAll("−").replace(" * ", " · ");
    }

    /** The same for a narrow column: it breaks before a term of a sum, or else before a factor. */
    static String breakable(String plain) {
        String text = of(plain);
        String mark = text.contains(" + ") ? " + " : " · ";
        return text.replace(' ', '\u00A0').replace(mark.replace(' ', '\u00A0'), mark.replaceFirst(" $", "\u00A0"));
    }

    private static String powerOfTen(MatchResult found) {
        return "·10" + (found.group(1).equals("-") ? "⁻" : "") + raised(found.group(2));
    }

    private static String raised(String digits) {
        return digits.chars()
                .map(digit -> DIGITS.charAt(digit - '0'))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
