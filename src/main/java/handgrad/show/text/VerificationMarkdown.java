package handgrad.show.text;

import handgrad.Shown;
import handgrad.lab.result.Verification;

/** The parts of a verification that come from outside, without what Markdown would read as markup. */
public final class VerificationMarkdown {
    private VerificationMarkdown() {}

    /** The name. */
    public static String heading(Verification result) {
        return escaped(Shown.text(result.question().name()));
    }

    /** The name and the verdict. */
    public static String verdict(Verification result) {
        return heading(result) + VerificationText.outcome(result, Screen.FILE);
    }

    /** A failure or a note. */
    public static String sentence(String given) {
        return escaped(Shown.sentence(given));
    }

    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]<>()#|!&~$])", "\\\\$1");
    }
}
