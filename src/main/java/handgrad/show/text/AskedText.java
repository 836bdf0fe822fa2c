package handgrad.show.text;

import handgrad.Figures;
import handgrad.Shown;
import handgrad.lab.result.Asked;
import handgrad.lab.result.Verification;

/** What came of asking a program, for a reader: the verdict, the smallest case that is wrong with its diagnosis, then all answers. */
public final class AskedText {
    private AskedText() {}

    /** The whole of it. */
    public static String of(Asked asked) {
        var text = new StringBuilder(headline(asked)).append("\n\n");
        asked.shown().ifPresent(shown -> text.append(VerificationText.of(shown)));
        text.append("It was asked for:\n");
        for (Verification answer : asked.answers()) {
            text.append("  ").append(VerificationText.verdict(answer));
            if (answer instanceof Verification.Failed failed) {
                text.append(": ").append(Shown.sentence(failed.reason()));
            }
            text.append('\n');
        }
        asked.notes()
                .forEach(note -> text.append("  ").append(Shown.sentence(note)).append('\n'));
        return text.append('\n').toString();
    }

    /** {@code mine.py: pass (...)}. */
    public static String headline(Asked asked) {
        return Shown.text(asked.tool()) + ": " + verdict(asked);
    }

    private static String verdict(Asked asked) {
        String calls = Figures.count(asked.calls(), "call");
        String answers = Figures.count(asked.answers().size(), "answer");
        if (asked.passes()) {
            return "pass (%s, all right; %s)".formatted(answers, calls);
        }
        return asked.wrong() == 0
                ? "FAIL (each gradient is right the first time, but not when it is asked again; %s)".formatted(calls)
                : "FAIL (%d of %s wrong; %s)".formatted(asked.wrong(), answers, calls);
    }
}
