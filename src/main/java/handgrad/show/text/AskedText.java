package handgrad.show.text;

import handgrad.Figures;
import handgrad.Shown;
import handgrad.lab.result.Asked;
import handgrad.lab.result.Verification;

/** What came of asking a program, for a reader: the verdict, and the smallest case that is wrong with its diagnosis. */
public final class AskedText {
    private AskedText() {}

    /** What fits one screen: the verdict, and where it is bad the smallest case that shows it. */
    public static String of(Asked asked, Screen screen) {
        return new Sheet(screen)
                .say(headline(asked, screen))
                .add(body(asked, screen))
                .toString();
    }

    /** The same without the headline. */
    static String body(Asked asked, Screen screen) {
        var sheet = new Sheet(screen);
        if (asked.inStep()) {
            sheet.say(
                    "Its gradients are right, its step is wrong: of a step the gradient is (before - after) / learning rate.");
        }
        asked.shown().ifPresent(shown -> sheet.gap()
                .say("The smallest case that shows it:")
                .gap()
                .add(VerificationText.of(shown, screen)));
        if (asked.shown().isEmpty() && !asked.passes()) {
            sheet.gap();
            asked.answers().stream()
                    .filter(answer -> !answer.passes())
                    .findFirst()
                    .ifPresent(wrong -> sheet.say(2, "The first: " + line(wrong, screen)));
        }
        if (!asked.notes().isEmpty()) {
            sheet.gap();
        }
        asked.notes().forEach(note -> sheet.say(2, Shown.sentence(note)));
        return sheet.toString();
    }

    /** Everything that it was asked for, and the tables of the case that is shown. */
    public static String details(Asked asked, Screen screen) {
        var sheet = new Sheet(screen);
        asked.shown().ifPresent(shown -> sheet.add(VerificationTables.of(shown, screen)));
        sheet.gap().say("It was asked for:");
        asked.answers().forEach(answer -> sheet.say(2, line(answer, screen)));
        return sheet.toString();
    }

    private static String line(Verification answer, Screen screen) {
        String why = answer instanceof Verification.Failed failed ? ": " + Shown.sentence(failed.reason()) : "";
        return VerificationText.verdict(answer, screen) + why;
    }

    /** {@code mine.py: pass (...)}. */
    public static String headline(Asked asked, Screen screen) {
        return "%s: %s (%s)"
                .formatted(Shown.text(asked.tool()), screen.toned(asked.passes() ? "pass" : "FAIL"), count(asked));
    }

    private static String count(Asked asked) {
        String calls = Figures.count(asked.calls(), "call");
        String answers = Figures.count(asked.answers().size(), "answer");
        if (asked.passes()) {
            return "%s, all right; %s".formatted(answers, calls);
        }
        return asked.wrong() == 0
                ? "each gradient is right the first time, but not when it is asked again; " + calls
                : "%d of %s wrong; %s".formatted(asked.wrong(), answers, calls);
    }
}
