package handgrad.input.csv;

import handgrad.InputException;
import handgrad.input.data.Task;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * What a user may say of a table. What is empty is found out.
 *
 * @param label the column of the labels, by name or by number from 1; without one the file is refused with its columns
 * @param testShare of the samples, in [0, 1); 0 for no test set
 * @param standardise whether each feature gets mean 0 and deviation 1 on the training set
 * @param ignored columns that are neither label nor feature, by name or by number from 1
 */
public record CsvOptions(
        Source source,
        Optional<String> label,
        Optional<Task.Kind> task,
        Layout layout,
        Missing missing,
        double testShare,
        boolean standardise,
        List<String> ignored) {
    public static final double TEST_SHARE = 0.2;

    /** How the file is written. */
    public record Layout(Header header, Optional<Delimiter> delimiter, Decimal decimal, Optional<Charset> encoding) {
        public static final Layout FOUND_OUT =
                new Layout(Header.AUTO, Optional.empty(), Decimal.POINT, Optional.empty());
    }

    /** @throws InputException if the share is out of its range */
    public CsvOptions {
        ignored = List.copyOf(ignored);
        if (!(testShare >= 0 && testShare < 1)) {
            throw new InputException(
                    "--test-share %s: expected a share from 0, for no test set, to below 1".formatted(testShare));
        }
    }

    /** Everything found out, a fifth for the test, standardised. */
    public static CsvOptions of(Source source, Optional<String> label) {
        return new CsvOptions(
                source, label, Optional.empty(), Layout.FOUND_OUT, Missing.REFUSE, TEST_SHARE, true, List.of());
    }

    public CsvOptions standardised(boolean other) {
        return new CsvOptions(source, label, task, layout, missing, testShare, other, ignored);
    }
}
