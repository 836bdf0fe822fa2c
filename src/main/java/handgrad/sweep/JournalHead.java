package handgrad.sweep;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The first lines of a journal, up to an empty one: a title, and which sweep it is of, a line {@code name=value} each.
 *
 * @param identity of the sweep
 */
record JournalHead(Map<String, String> identity) {
    static final String TITLE = "handgrad sweep journal 1";

    JournalHead {
        var lines = new LinkedHashMap<String, String>();
        identity.forEach((name, value) -> lines.put(name, value.replace('\n', ' ')));
        identity = Collections.unmodifiableMap(lines);
    }

    /** What two heads say otherwise of one thing. */
    record Difference(String name, String here, String there) {}

    byte[] bytes() {
        var text = new StringBuilder(TITLE).append('\n');
        identity.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    /** As it stands in a file, without the title. */
    static JournalHead of(List<String> lines) {
        var identity = new LinkedHashMap<String, String>();
        for (String line : lines) {
            int sign = line.indexOf('=');
            identity.put(line.substring(0, Math.max(0, sign)), line.substring(sign + 1));
        }
        return new JournalHead(identity);
    }

    /** The first thing that another head says otherwise, or does not say. */
    Optional<Difference> from(JournalHead other) {
        return identity.entrySet().stream()
                .map(entry -> new Difference(
                        entry.getKey(), entry.getValue(), other.identity.getOrDefault(entry.getKey(), "")))
                .filter(difference -> !difference.here.equals(difference.there))
                .findFirst();
    }
}
