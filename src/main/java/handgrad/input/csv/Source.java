package handgrad.input.csv;

import handgrad.InputException;
import java.io.IOException;
import java.io.InputStream;

/** Where the bytes of a table come from. */
public interface Source {
    /** The name for messages and reports, fit to print. */
    String name();

    /**
     * The bytes.
     *
     * @throws InputException if there are none to read
     */
    InputStream open() throws IOException;

    /** The number of bytes. */
    long size() throws IOException;

    /** A Python expression of the open text. */
    String python(String encoding);
}
