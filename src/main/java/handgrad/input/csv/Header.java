package handgrad.input.csv;

import handgrad.Named;

/** Whether the first line names the columns. */
public enum Header implements Named {
    /** It does where it holds no number, and one of its cells stands above numbers for the most part. */
    AUTO,
    YES,
    NO;
}
