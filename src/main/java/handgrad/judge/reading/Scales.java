package handgrad.judge.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Constant factors, and what they are. */
final class Scales {
    private static final double SAME = 1e-6;
    private static final int WHOLE = 12;

    /** What a factor is, in words, how unlikely, and by which name the mistake goes. */
    record Known(String mistake, String words, double cost) {}

    private final Map<Double, Known> known = new LinkedHashMap<>();

    Scales(Scene scene) {
        boolean mean = scene.factor != 1;
        int n = scene.n;
        put(-1, "sign-flipped", "the sign is flipped", 1);
        put(2, "factor-two", "as the 2 of a square gives", 1);
        put(0.5, "factor-half", "1/2", 1);
        if (n > 1) {
            put(n, mean ? "sum-instead-of-mean" : "wrong-scale", "n = %d, the number of samples".formatted(n), 1);
            put(
                    1.0 / n,
                    mean ? "averaged-twice" : "mean-instead-of-sum",
                    "1/n = 1/%d, one over the number of samples%s".formatted(n, mean ? ", once more" : ""),
                    1);
            put(2.0 * n, "wrong-scale", "2 n", 1.4);
            put(2.0 / n, "wrong-scale", "2/n", 1.4);
            put(n / (n - 1.0), "wrong-scale", "n/(n - 1)", 1.4);
        }
        int nOut = scene.nOut(scene.last);
        if (nOut > 1) {
            put(1.0 / nOut, "divided-by-outputs", "1/nOut = 1/%d, one over the number of outputs".formatted(nOut), 1.1);
            put(nOut, "wrong-scale", "nOut = %d, the number of outputs".formatted(nOut), 1.2);
            put(1.0 / nOut / n, "wrong-scale", "1/(n nOut)", 1.4);
            put(2.0 / nOut, "wrong-scale", "2/nOut", 1.3);
        }
        scene.learningRate.ifPresent(rate -> {
            put(rate, "wrong-scale", "%s, the learning rate".formatted(rate), 1);
            put(-rate, "wrong-scale", "%s, the step itself".formatted(-rate), 1.1);
        });
        for (int whole = 3; whole <= WHOLE; whole++) {
            put(whole, "wrong-scale", String.valueOf(whole), 1.5);
            put(1.0 / whole, "wrong-scale", "1/" + whole, 1.6);
        }
    }

    private void put(double factor, String mistake, String words, double cost) {
        known.putIfAbsent(factor, new Known(mistake, words, cost));
    }

    /** What a factor is, where it is a known one. */
    Optional<Known> of(double factor) {
        return known.entrySet().stream()
                .filter(entry -> Math.abs(entry.getKey() - factor) <= SAME * Math.abs(factor))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** With six digits, and no zeros after them. */
    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros();
        boolean plain = Math.abs(value) >= 1e-4 && Math.abs(value) < 1e7;
        return plain ? rounded.toPlainString() : rounded.toString();
    }

    /** A factor in a formula: a whole number or a fraction as one. */
    static String written(double factor) {
        double whole = Math.rint(factor);
        if (Math.abs(factor - whole) <= SAME * Math.abs(factor)) {
            return String.valueOf((long) whole);
        }
        double below = Math.rint(1 / factor);
        return Math.abs(1 / factor - below) <= SAME * Math.abs(below) && Math.abs(below) < 1000
                ? "1/" + (long) below
                : number(factor);
    }
}
