package handgrad.show.text;

import handgrad.Shown;
import handgrad.lab.result.Verification;
import handgrad.lab.result.Verification.Failed;
import handgrad.lab.result.Verification.Judged;
import java.util.List;

/** Several cases of one Java class for a reader: how many are right, and the first that is not. */
public final class SuiteText {
    private SuiteText() {}

    /** {@code MyBackprop: pass (16 of 16 cases are right)}. */
    public static String headline(String name, List<Verification> results, Screen screen) {
        long right = results.stream().filter(Verification::passes).count();
        return "%s: %s (%d of %d cases are right)"
                .formatted(
                        Shown.text(name),
                        screen.toned(right == results.size() ? "pass" : "FAIL"),
                        right,
                        results.size());
    }

    /** What fits one screen. */
    public static String of(String name, List<Verification> results, Screen screen) {
        var sheet = new Sheet(screen).say(headline(name, results, screen));
        results.stream().filter(result -> !result.passes()).findFirst().ifPresent(first -> sheet.gap()
                .say("The first that is wrong:")
                .gap()
                .add(VerificationText.of(first, screen)));
        return sheet.toString();
    }

    /** A line a case, then the tables of the first that is wrong. */
    public static String details(List<Verification> results, Screen screen) {
        var sheet = new Sheet(screen).gap();
        results.forEach(result -> sheet.say(VerificationText.verdict(result, screen) + named(result)));
        results.stream()
                .filter(result -> !result.passes())
                .findFirst()
                .ifPresent(first -> sheet.add(VerificationTables.of(first, screen)));
        return sheet.toString();
    }

    private static String named(Verification result) {
        if (result instanceof Failed failed) {
            return ": " + Shown.sentence(failed.reason());
        }
        return result.judged()
                .flatMap(Judged::diagnosis)
                .map(diagnosis -> diagnosis.findings().stream()
                        .findFirst()
                        .map(finding -> ": " + finding.causes().get(0).mistake())
                        .orElse(": unknown mistake"))
                .orElse("");
    }
}
