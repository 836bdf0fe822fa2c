package handgrad.train;

import handgrad.Named;

/** What happens to the parameters of the engines between two steps. */
public enum Mode implements Named {
    /** Each engine goes its own way: shows how rounding grows. */
    FREE_RUNNING,
    /** After each step the first engine's parameters are copied to the others: shows the error of each single step. */
    RE_SYNCED;
}
