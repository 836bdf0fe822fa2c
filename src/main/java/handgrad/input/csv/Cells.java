package handgrad.input.csv;

/** What a cell says. */
final class Cells {
    private Cells() {}

    /** Without the blanks and tabs around it; no other space is taken away, so that Python sees the same. */
    static String trimmed(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && blank(cell.charAt(from))) {
            from++;
        }
        while (from < to && blank(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    private static boolean blank(char c) {
        return c == ' ' || c == '\t';
    }

    /** The finite number in plain or scientific notation, or NaN: {@code inf}, {@code 0x1p3} and {@code 1f} are none. */
    static double number(String trimmed, Decimal decimal) {
        if (!plain(trimmed, decimal)) {
            return Double.NaN;
        }
        try {
            double value = Double.parseDouble(decimal == Decimal.COMMA ? trimmed.replace(',', '.') : trimmed);
            // A class -0 is the class 0.
            return Double.isInfinite(value) ? Double.NaN : value + 0.0;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static boolean plain(String text, Decimal decimal) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean point = decimal == Decimal.COMMA ? c == ',' : c == '.';
            if (!((c >= '0' && c <= '9') || point || c == '-' || c == '+' || c == 'e' || c == 'E')) {
                return false;
            }
        }
        return true;
    }

    static boolean isNumber(String trimmed, Decimal decimal) {
        return !Double.isNaN(number(trimmed, decimal));
    }

    /** A number in one notation or the other. */
    static boolean isNumber(String trimmed) {
        return isNumber(trimmed, Decimal.POINT) || isNumber(trimmed, Decimal.COMMA);
    }
}
