package handgrad.input.program;

import handgrad.Shown;

/** What was sent to a program and what came back, for complaints. */
record Exchange(String name, String sent) {
    /** Such as "mine.py: no answer within 10 s (sent ...)". */
    String said(String problem) {
        return "%s: %s (sent %s)".formatted(name, problem, Shown.text(sent));
    }

    String said(String problem, String came) {
        return with("%s: %s".formatted(name, problem), came);
    }

    /** A complaint that names the program already. */
    String with(String complaint, String came) {
        return "%s (sent %s, came %s)".formatted(complaint, Shown.text(sent), Shown.text(came));
    }
}
