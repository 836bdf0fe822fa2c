package handgrad.input.csv;

import handgrad.Named;

/** What is done about empty cells. */
public enum Missing implements Named {
    /** The file is refused. */
    REFUSE,
    /** Lines with an empty cell are left out. */
    DROP,
    /** The mean of the column in the training set stands in; a label cannot be made up so. */
    MEAN;
}
