package handgrad.input.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The wine recognition data shipped with the program: 178 wines of three cultivars, 13 measurements each. M. Forina et al.,
 * PARVUS, UCI Machine Learning Repository, 1991, CC BY 4.0.
 */
public record Wine() implements Source {
    public static final int SAMPLES = 178;
    /** The column of the classes. */
    public static final String LABEL = "class";

    private static final String RESOURCE = "/handgrad/data/wine.csv";

    /** The cultivar is the label, inputs are standardised. */
    public static CsvOptions options() {
        return CsvOptions.of(new Wine(), Optional.of(LABEL));
    }

    @Override
    public String name() {
        return "wine.csv";
    }

    @Override
    public InputStream open() {
        return Wine.class.getResourceAsStream(RESOURCE);
    }

    @Override
    public long size() throws IOException {
        try (InputStream stream = open()) {
            return stream.readAllBytes().length;
        }
    }

    /** The text itself: the program need not be there where the Python runs. */
    @Override
    public String python(String encoding) {
        try (InputStream stream = open()) {
            return "io.StringIO(\"\"\"\\\n%s\"\"\")"
                    .formatted(new String(stream.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the wines shipped with the program", e);
        }
    }
}
