package handgrad.judge.function;

import handgrad.Named;

/** What is said of one entry. */
public enum Verdict implements Named {
    /** Within what is left open by the differences and by rounding. */
    RIGHT,
    WRONG,
    /** The function has two slopes here, and the entry is one of them or between them. */
    KINK,
    /** The differences cannot tell: the loss is not finite nearby, scatters too much, or several kinks meet. */
    UNDECIDED,
    /** Not looked at, for lack of budget. */
    UNJUDGED
}
