package handgrad.input.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import handgrad.InputException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source decoded strictly: by its byte order mark, else as it was said, else as UTF-8.
 *
 * @param mark the bytes of the byte order mark
 */
record CsvText(Source source, Charset charset, int mark) {
    private static final int LOOKED_AT = 4096;
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    /** @throws InputException if there is nothing to read, or if it is no text */
    static CsvText of(Source source, Optional<Charset> given) {
        byte[] head;
        try (InputStream stream = source.open()) {
            head = stream.readNBytes(LOOKED_AT);
        } catch (IOException e) {
            throw unreadable(source, e);
        }
        if (head.length == 0) {
            throw new InputException("%s: the file is empty, expected lines of cells".formatted(source.name()));
        }
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return new CsvText(source, StandardCharsets.UTF_8, 3);
        }
        if (begins(head, 0xFF, 0xFE)) {
            return new CsvText(source, StandardCharsets.UTF_16LE, 2);
        }
        if (begins(head, 0xFE, 0xFF)) {
            return new CsvText(source, StandardCharsets.UTF_16BE, 2);
        }
        if (given.isEmpty() && binary(head)) {
            throw new InputException(
                    "%s: this is no text but a spreadsheet, an archive or the like: expected it saved as CSV"
                            .formatted(source.name()));
        }
        return new CsvText(source, given.orElse(StandardCharsets.UTF_8), 0);
    }

    private static boolean begins(byte[] head, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean binary(byte[] head) {
        for (byte each : head) {
            if (each == 0) {
                return true;
            }
        }
        return begins(head, 'P', 'K', 3, 4) || begins(head, 0x1F, 0x8B);
    }

    /** What Python calls the encoding. */
    String pythonEncoding() {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return "utf-8-sig";
        }
        return mark > 0 ? "utf-16" : charset.name();
    }

    /** The characters after the mark; a byte sequence that is none of this encoding ends them with an exception. */
    Reader open() throws IOException {
        var stream = new BufferedInputStream(source.open());
        stream.skipNBytes(mark);
        var decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new InputStreamReader(stream, decoder);
    }

    /** What is wrong, where reading failed. */
    InputException complaint(Exception failure) {
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        if (cause instanceof CharacterCodingException || cause.getCause() instanceof CharacterCodingException) {
            return new InputException(
                    "%s%s: not written in %s, expected a file in it, or --encoding=NAME, such as windows-1252"
                            .formatted(source.name(), badLine(), charset.name()),
                    failure);
        }
        if (cause instanceof CsvParseException) {
            Matcher line = LINE.matcher(String.valueOf(failure.getMessage()));
            return new InputException(
                    "%s%s: a quote that is opened is not closed as it should be: expected cells like \"a\", a quote within as \"\""
                            .formatted(source.name(), line.find() ? ", line " + line.group(1) : ""),
                    failure);
        }
        return unreadable(source, failure);
    }

    private static InputException unreadable(Source source, Exception failure) {
        return new InputException("%s: cannot be read".formatted(source.name()), failure);
    }

    /** The first line that cannot be decoded by itself, for encodings in which the byte 10 ends a line. */
    private String badLine() {
        if (charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")) {
            return "";
        }
        try (var stream = new BufferedInputStream(source.open())) {
            var bytes = new ByteArrayOutputStream();
            int line = 1;
            int next;
            do {
                next = stream.read();
                bytes.write(next);
                if (next == '\n' || next < 0) {
                    if (!decodes(bytes.toByteArray(), next < 0)) {
                        return ", line " + line;
                    }
                    bytes.reset();
                    line++;
                }
            } while (next >= 0);
            return "";
        } catch (IOException e) {
            return "";
        }
    }

    private boolean decodes(byte[] line, boolean last) {
        try {
            charset.newDecoder().decode(ByteBuffer.wrap(line, 0, last ? line.length - 1 : line.length));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
