package handgrad;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A constant that users write by name: on the command line, in case files, in reports. */
public interface Named {
    /** The enum's own. */
    String name();

    /** The name that users write: {@code RE_SYNCED} is {@code re-synced}. */
    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant of a given name.
     *
     * @param what what is being named, for the message: "activation", "loss"
     * @throws InputException if no constant has that name; the message gives the nearest one
     */
    static <E extends Enum<E> & Named> E parse(Class<E> type, String what, String id) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.id().equals(id))
                .findFirst()
                .orElseThrow(() -> InputException.unknown(
                        what,
                        id,
                        Arrays.stream(type.getEnumConstants()).map(Named::id).collect(Collectors.toList())));
    }
}
