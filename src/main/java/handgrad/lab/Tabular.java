package handgrad.lab;

import handgrad.input.csv.CsvOptions;
import java.util.List;

/** An experiment that can be made on a table of the user's. */
public interface Tabular extends Experiment {
    /**
     * The same experiment on another table, which is read at once.
     *
     * @param layers the widths of the hidden layers and, last, of the output; empty for the experiment's own
     * @throws handgrad.InputException if nothing can be learnt from the table, or if the outputs do not fit it
     */
    Experiment on(CsvOptions options, List<Integer> layers);

    /** What it is made on where the user says nothing. */
    CsvOptions own();
}
