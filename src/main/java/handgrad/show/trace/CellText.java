package handgrad.show.trace;

import handgrad.judge.trace.Digits;
import handgrad.judge.trace.Graph.Kind;
import handgrad.judge.trace.Graph.Quantity;
import handgrad.show.trace.Drawing.Box;
import handgrad.show.trace.Drawing.Cell;
import java.util.function.UnaryOperator;

/** What stands in a cell of a drawing, before it has a place. */
record CellText(String name, String value, String by, String derivative, String href) {
    /** What a line of text takes. */
    private static final int LINE = 17;

    private static final int PADDING = 8;
    /** Between a name and its value. */
    private static final int SPACES = 2;

    /** Of a monospaced letter in the style sheet's size, and a little more, since fonts differ. */
    private static final double LETTER = 7.7;

    /** @param href of the line that a quantity's derivation has, by the quantity's name */
    static CellText of(Quantity quantity, Kind kind, Digits digits, UnaryOperator<String> href) {
        String name = quantity.name();
        boolean known = quantity.derivative().isPresent();
        // Of what is given no derivative is taken; elsewhere it is missing because it cancels.
        boolean cancels = !known && kind == Kind.NEURON;
        return new CellText(
                MathText.of(name),
                MathText.of(digits.of(quantity.value())),
                known || cancels ? "∂L/∂" + brief(name) : "",
                known ? MathText.of(digits.of(quantity.derivative().getAsDouble())) : cancels ? "cancels" : "",
                href.apply(name));
    }

    /** Without its indices, which stand above it. */
    private static String brief(String name) {
        return name.startsWith("L") ? name : name.replaceFirst("\\d*\\[.*", "");
    }

    int width() {
        int letters = Math.max(letters(name) + letters(value), letters(by) + letters(derivative)) + SPACES;
        return (int) Math.ceil(letters * LETTER) + 2 * PADDING;
    }

    private static int letters(String text) {
        return text.codePointCount(0, text.length());
    }

    int height() {
        return (derivative.isEmpty() ? 1 : 2) * LINE + PADDING;
    }

    Cell at(int x, int y, int width) {
        return new Cell(new Box(x, y, width, height()), name, value, by, derivative, href);
    }
}
