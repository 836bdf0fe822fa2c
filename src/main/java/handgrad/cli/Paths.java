package handgrad.cli;

import handgrad.InputException;
import handgrad.Shown;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Names of files on the command line. */
final class Paths {
    /** What stands for bytes that are no character in the encoding of the locale. */
    private static final char UNREADABLE = '\uFFFD';

    private Paths() {}

    static void register(CommandLine command) {
        command.registerConverter(Path.class, name -> {
            try {
                return of(name);
            } catch (InputException e) {
                throw new TypeConversionException(e.getMessage());
            }
        });
    }

    /** @throws InputException if Java can make no name of a file of it */
    static Path of(String name) {
        try {
            if (name.indexOf(UNREADABLE) < 0) {
                return Path.of(name);
            }
        } catch (InvalidPathException e) {
            throw unreadable(name, e);
        }
        throw unreadable(name, null);
    }

    private static InputException unreadable(String name, Exception cause) {
        String encoding =
                System.getProperty("sun.jnu.encoding", Charset.defaultCharset().name());
        return new InputException(
                "%s: expected the name of a file in the encoding of this locale, %s; LC_ALL=C.UTF-8 has all characters"
                        .formatted(Shown.text(name), encoding),
                cause);
    }

    /** Whether it names a case file: {@code NAME.json}, or what is no file but can be read like one, as {@code <(program)} is. */
    static boolean isCase(String name) {
        return name.endsWith(".json") || isStream(name);
    }

    private static boolean isStream(String name) {
        try {
            return Files.readAttributes(Path.of(name), BasicFileAttributes.class)
                    .isOther();
        } catch (IOException | InvalidPathException e) {
            return false;
        }
    }
}
