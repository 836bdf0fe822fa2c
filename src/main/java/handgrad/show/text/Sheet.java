package handgrad.show.text;

import java.util.List;

/** A text for a reader as it grows line by line, none of them wider than the screen unless a single word is. */
public final class Sheet {
    /** A description that needs several lines stands beside its term where it has this much room; else below it. */
    private static final int ROOM = 34;

    /** A longer term has a line of its own. */
    private static final int TERM = 24;

    private final Screen screen;
    private final StringBuilder text = new StringBuilder();

    public Sheet(Screen screen) {
        this.screen = screen;
    }

    public Screen screen() {
        return screen;
    }

    /** A sentence. */
    public Sheet say(String sentence) {
        return say(0, sentence);
    }

    /** A sentence, all of its lines so far from the edge. */
    public Sheet say(int indent, String sentence) {
        return say(indent, "", sentence);
    }

    /** A sentence behind a mark, such as a dash; its later lines begin below its first. */
    public Sheet say(int indent, String mark, String sentence) {
        int from = indent + Lines.seen(mark);
        String start = " ".repeat(indent) + mark;
        for (String line : Lines.broken(sentence, left(from))) {
            text.append((start + line).stripTrailing()).append('\n');
            start = " ".repeat(from);
        }
        return this;
    }

    public Sheet say(int indent, List<String> sentences) {
        sentences.forEach(sentence -> say(indent, sentence));
        return this;
    }

    /** A formula, broken where a reader would. */
    public Sheet formula(int indent, String formula) {
        return say(indent, Lines.ofFormula(formula, left(indent)));
    }

    /** An empty line. */
    public Sheet gap() {
        text.append('\n');
        return this;
    }

    /** What is set already, as it is. */
    public Sheet add(String lines) {
        text.append(lines);
        return this;
    }

    public Sheet table(int indent, TextTable table) {
        table.plain(screen, left(indent)).lines().forEach(line -> text.append(
                        (" ".repeat(indent) + line).stripTrailing())
                .append('\n'));
        return this;
    }

    /** A term and what it stands for: side by side where there is room, else below each other. */
    public record Entry(String term, String description) {}

    /** Terms in one column, descriptions in another. */
    public Sheet entries(int indent, List<Entry> entries) {
        int widest = entries.stream()
                .mapToInt(entry -> Lines.seen(entry.term))
                .filter(length -> length <= TERM)
                .max()
                .orElse(0);
        int room = left(indent + widest + 2);
        boolean beside = room >= ROOM || entries.stream().allMatch(entry -> Lines.seen(entry.description) <= room);
        int column = indent + (beside ? widest + 2 : 4);
        for (Entry entry : entries) {
            int gap = column - indent - Lines.seen(entry.term);
            if (beside && gap >= 2) {
                say(indent, entry.term + " ".repeat(gap), entry.description);
            } else {
                term(indent, entry.term).say(column, entry.description);
            }
        }
        return this;
    }

    private Sheet term(int indent, String term) {
        return term.startsWith("./handgrad ") ? command(indent, term) : say(indent, term);
    }

    /** A command of the shell, which stays one where it needs several lines. */
    public Sheet command(int indent, String command) {
        Lines.ofCommand(command, left(indent))
                .forEach(line -> text.append(" ".repeat(indent)).append(line).append('\n'));
        return this;
    }

    /** How many characters are left of a line. */
    public int left(int indent) {
        return Math.max(1, screen.width() - indent);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
