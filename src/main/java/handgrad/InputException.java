package handgrad;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Something that the user gave is wrong: an option, a file, a name. The message is one sentence that names the thing,
 * where it is, and what was expected; it is all that the user sees.
 */
public final class InputException extends RuntimeException {
    /** Two names less alike than this have nothing to do with each other. */
    private static final double ALIKE = 0.7;

    /** No name is as long; and the longer, the slower to compare. */
    private static final int COMPARABLE = 100;

    /** A table may have thousands of columns. */
    private static final int LISTED = 50;

    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A name that does not exist, with those that do, and the nearest if one is near. */
    public static InputException unknown(String what, String given, Collection<String> known) {
        String nearest = nearest(given, known)
                .map(name -> ": did you mean '%s'?".formatted(name))
                .orElse("");
        String quote = known.stream().anyMatch(name -> name.contains(",")) ? "'" : "";
        String valid =
                known.stream().limit(LISTED).map(name -> quote + name + quote).collect(Collectors.joining(", "));
        String more = known.size() > LISTED ? ", ... (%d in all)".formatted(known.size()) : "";
        return new InputException(
                "unknown %s '%s'%s (valid: %s%s)".formatted(what, Shown.text(given), nearest, valid, more));
    }

    private static Optional<String> nearest(String given, Collection<String> known) {
        if (given.length() > COMPARABLE) {
            return Optional.empty();
        }
        try {
            return alike(given, known);
        } catch (NoClassDefFoundError e) {
            // The jar for tests comes without the library: nothing is suggested.
            return Optional.empty();
        }
    }

    private static Optional<String> alike(String given, Collection<String> known) {
        // Weighs a common beginning, as names are shortened at their end.
        var similarity = new JaroWinklerSimilarity();
        String wanted = given.toLowerCase(Locale.ROOT);
        Comparator<String> alike =
                Comparator.comparingDouble(name -> similarity.apply(name.toLowerCase(Locale.ROOT), wanted));
        return known.stream()
                .max(alike)
                .filter(name -> similarity.apply(name.toLowerCase(Locale.ROOT), wanted) >= ALIKE);
    }
}
