package handgrad.judge.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source file with one small change.
 *
 * @param line from 1
 */
record Mutant(String file, int line, String change, String source) {
    private record Rule(Pattern pattern, String replacement) {}

    private static Rule rule(String pattern, String replacement) {
        return new Rule(Pattern.compile(pattern), replacement);
    }

    private static final List<Rule> RULES = List.of(
            rule(" <= ", " < "),
            rule(" >= ", " > "),
            rule(" < ", " >= "),
            rule("(?<!-) > ", " <= "),
            rule(" == ", " != "),
            rule(" != ", " == "),
            rule(" && ", " || "),
            rule(" \\|\\| ", " && "),
            rule(" \\+ ", " - "),
            rule(" - ", " + "),
            rule(" \\* ", " / "),
            rule(" / ", " * "),
            rule("Math\\.max\\(", "Math.min("),
            rule("Math\\.min\\(", "Math.max("),
            rule("Math\\.abs\\(", "("),
            rule("\\+= ", "-= "),
            rule("return true;", "return false;"),
            rule("return false;", "return true;"),
            rule("\\.anyMatch\\(", ".allMatch("),
            rule("\\.allMatch\\(", ".anyMatch("),
            rule("(static final \\w+ \\w+ = )[^;{]+;", "$10;"),
            rule("(static final double \\w+ = )[^;{]+;", "$1Double.POSITIVE_INFINITY;"),
            rule("(?<![\\w.])1(?![\\w.])", "0"),
            rule("(?<![\\w.])0(?![\\w.])", "1"));

    /** All changes of a source, but of its comments and imports. */
    static List<Mutant> of(String file, String source) {
        var mutants = new ArrayList<Mutant>();
        int at = 0;
        int number = 0;
        for (String line : source.split("\n", -1)) {
            number++;
            String text = line.strip();
            boolean code = !text.startsWith("*") && !text.startsWith("/") && !text.startsWith("import");
            for (Rule rule : code ? RULES : List.<Rule>of()) {
                Matcher matcher = rule.pattern.matcher(line);
                while (matcher.find()) {
                    var changed = new StringBuilder();
                    Matcher one = rule.pattern.matcher(line);
                    one.find(matcher.start());
                    one.appendReplacement(changed, rule.replacement);
                    one.appendTail(changed);
                    String after = source.substring(0, at) + changed + source.substring(at + line.length());
                    mutants.add(new Mutant(file, number, changed.toString().strip(), after));
                }
            }
            at += line.length() + 1;
        }
        return mutants;
    }
}
