package handgrad.show.text;

import handgrad.lab.result.Learning;
import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.lab.result.Verdict;
import handgrad.show.text.Screen.Tone;
import handgrad.train.Outcome;

/** A run or a study at the terminal: what it came to, then the figures; what a doubter asks for is in the details. */
public final class RunText {
    private RunText() {}

    /** What fits one screen. */
    public static String of(Run run, Screen screen) {
        var sheet = new Sheet(screen)
                .say(opened(screen, tone(run.verdict()), Summary.verdict(run)))
                .say(opened(screen, tone(run.learning()), Summary.learning(run)));
        if (endedEarly(run)) {
            sheet.say("Training: " + Summary.ending(run.training()));
        }
        sheet.say(0, run.findings());
        return sheet.gap().table(2, Summary.comparison(run)).toString();
    }

    /** Where the time went, and how far engines were apart. */
    public static String details(Run run, Screen screen) {
        return new Sheet(screen)
                .gap()
                .say("Training: " + Summary.ending(run.training()))
                .say(Summary.times(run.training()))
                .gap()
                .table(2, Summary.agreement(run))
                .toString();
    }

    /** A row a run, and what they have shown together. */
    public static String of(Study study, Screen screen) {
        var sheet = new Sheet(screen).say(0, study.findings());
        if (!study.findings().isEmpty()) {
            sheet.gap();
        }
        return sheet.table(2, StudyTables.summary(study)).toString();
    }

    /** The verdict says so itself where a loss or an answer was missing. */
    private static boolean endedEarly(Run run) {
        Outcome.Ending ending = run.training().outcome().ending();
        boolean said = run.verdict() == Verdict.NOT_FINITE || run.verdict() == Verdict.OWN_FAILED;
        return ending != Outcome.Ending.COMPLETED && !said;
    }

    /** A sentence whose first clause has a tone. */
    private static String opened(Screen screen, Tone tone, String sentence) {
        String clause = sentence.split("[.,:] ", 2)[0];
        return screen.in(tone, clause) + sentence.substring(clause.length());
    }

    static Tone tone(Verdict verdict) {
        return switch (verdict) {
            case AGREE, SINGLE_ENGINE -> Tone.GOOD;
            case ENGINES_DIFFER -> Tone.UNSURE;
            case GRADIENTS_DIFFER, OWN_FAILED, OWN_WRONG, NOT_FINITE -> Tone.BAD;
        };
    }

    static Tone tone(Learning learning) {
        return switch (learning) {
            case LEARNED -> Tone.GOOD;
            case STILL_FALLING, STUCK -> Tone.UNSURE;
            case DIVERGED -> Tone.BAD;
        };
    }
}
