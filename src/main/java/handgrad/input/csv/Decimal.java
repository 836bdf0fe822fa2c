package handgrad.input.csv;

import handgrad.Named;

/** What stands before the decimals of a number. */
public enum Decimal implements Named {
    POINT,
    COMMA;
}
