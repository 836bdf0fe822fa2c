package handgrad.input.data;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import handgrad.engine.Batch;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The 1,797 digits of 8x8 pixels that scikit-learn ships ({@code load_digits}): the test set of "Optical Recognition of
 * Handwritten Digits", E. Alpaydin and C. Kaynak, 1998, CC BY 4.0.
 */
public final class Digits {
    public static final int SAMPLES = 1797;
    public static final int PIXELS = 64;
    public static final int CLASSES = 10;
    /** The samples left for training when a fifth, rounded up, is kept for the test. */
    public static final int TRAINING_SAMPLES = 1437;

    private static final String RESOURCE = "/handgrad/data/digits.csv.gz";

    /** What the pixels are divided by. */
    public enum Scale {
        /** Nothing: 0 to 16, as they come. */
        RAW(1),
        /** The brightest: 0 to 1. */
        UNIT(16);

        private final int divisor;

        Scale(int divisor) {
            this.divisor = divisor;
        }
    }

    private Digits() {}

    /** Pixels in 0..1. */
    public static Split split(DataType type, long seed) {
        return split(type, seed, Scale.UNIT);
    }

    /**
     * Labels one-hot, split as {@code train_test_split(test_size=0.2, random_state=seed)} does:
     * the first {@code ceil(0.2 n)} of a permutation are the test set, the next ones the training set.
     */
    public static Split split(DataType type, long seed, Scale scale) {
        double[][] x = new double[SAMPLES][PIXELS];
        double[][] y = new double[SAMPLES][CLASSES];
        read(x, y);
        var all = new Batch(Nd4j.createFromArray(x).divi(scale.divisor), Nd4j.createFromArray(y)).castTo(type);
        int[] order = new NumpyRandom(seed).permutation(SAMPLES);
        int tested = SAMPLES - TRAINING_SAMPLES;
        Batch test = all.rows(Arrays.copyOfRange(order, 0, tested));
        Batch train = all.rows(Arrays.copyOfRange(order, tested, SAMPLES));
        var picture = new Split.Picture(8, 8, 16.0 / scale.divisor);
        return new Split(train, Optional.of(test), Task.numbered(train.y()), Optional.of(picture), """
                from sklearn.datasets import load_digits
                from sklearn.model_selection import train_test_split
                digits = load_digits()
                x, x_test, y, y_test = train_test_split(
                    digits.data / %d, np.eye(10)[digits.target], test_size=0.2, random_state=%d)
                """.formatted(
                        scale.divisor, seed));
    }

    private static void read(double[][] x, double[][] y) {
        try (var stream = new GZIPInputStream(Digits.class.getResourceAsStream(RESOURCE));
                var reader = new InputStreamReader(stream, StandardCharsets.US_ASCII);
                var records = CsvReader.builder().ofCsvRecord(reader)) {
            int i = 0;
            for (CsvRecord record : records) {
                List<String> fields = record.getFields();
                for (int pixel = 0; pixel < PIXELS; pixel++) {
                    x[i][pixel] = Double.parseDouble(fields.get(pixel));
                }
                y[i][Integer.parseInt(fields.get(PIXELS))] = 1;
                i++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the digits shipped with the program", e);
        }
    }
}
