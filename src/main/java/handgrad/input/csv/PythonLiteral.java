package handgrad.input.csv;

import java.util.Collection;
import java.util.stream.Collectors;

/** Text from outside as a Python string that can hold nothing but text. */
final class PythonLiteral {
    private PythonLiteral() {}

    static String of(String text) {
        var literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> literal.append(escaped(c)));
        return literal.append('"').toString();
    }

    static String list(Collection<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String escaped(int c) {
        if (c == '"' || c == '\\') {
            return "\\" + (char) c;
        }
        return c >= ' ' && c < 0x7F ? Character.toString(c) : "\\U%08x".formatted(c);
    }
}
