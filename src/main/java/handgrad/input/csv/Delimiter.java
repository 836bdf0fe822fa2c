package handgrad.input.csv;

import handgrad.Named;
import java.util.Arrays;

/** What stands between two cells. */
public enum Delimiter implements Named {
    COMMA("comma", ','),
    SEMICOLON("semicolon", ';'),
    TAB("tab", '\t'),
    PIPE("pipe", '|');

    private final String id;
    private final char character;

    Delimiter(String id, char character) {
        this.id = id;
        this.character = character;
    }

    @Override
    public String id() {
        return id;
    }

    char character() {
        return character;
    }

    /**
     * By its name, or as the character itself.
     *
     * @throws handgrad.InputException if there is none of that name
     */
    public static Delimiter parse(String given) {
        return Arrays.stream(values())
                .filter(each -> given.equals(String.valueOf(each.character)))
                .findFirst()
                .orElseGet(() -> Named.parse(Delimiter.class, "delimiter", given));
    }
}
