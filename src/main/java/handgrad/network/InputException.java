package handgrad.network;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Something that the user gave is wrong: an option, a file, a name. The message is one sentence that names the thing,
 * where it is, and what was expected; it is all that the user sees.
 */
public final class InputException extends RuntimeException {
    public InputException(String message) {
        super(message);
    }

    public InputException(String message, Throwable cause) {
        super(message, cause);
    }

    /** A name that does not exist, with the nearest one that does. */
    public static InputException unknown(String what, String given, Collection<String> known) {
        // Weighs a common beginning, as names are shortened at their end.
        var similarity = new JaroWinklerSimilarity();
        String wanted = given.toLowerCase(Locale.ROOT);
        String nearest = known.stream()
                .max(Comparator.comparingDouble(name -> similarity.apply(name.toLowerCase(Locale.ROOT), wanted)))
                .orElseThrow();
        return new InputException("unknown %s '%s': did you mean '%s'? (valid: %s)"
                .formatted(what, given, nearest, String.join(", ", known)));
    }
}
