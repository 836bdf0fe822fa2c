package handgrad.judge.function;

import handgrad.Figures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a number that multiplies a gradient can be: 2, 1/2, a number of entries, a number that the function is given. */
final class Constants {
    private static final int NAMED = 2;
    private static final int AXES = 4;

    private Constants() {}

    /** How the factor is told, with what it may be; empty where it is nothing known. */
    static Optional<String> meaning(double k, double doubt, Scene scene) {
        if (near(k, -1, doubt)) {
            return Optional.of("the right one with the opposite sign (-1 times)");
        }
        String sign = k < 0 ? ", with the opposite sign" : "";
        double size = Math.abs(k);
        boolean simple = near(size, 2, doubt) || near(size, 0.5, doubt);
        List<String> reasons = reasons(plain(scene), size, doubt);
        if (!simple && reasons.isEmpty()) {
            reasons = reasons(made(scene), size, doubt);
        }
        if (!simple && reasons.isEmpty()) {
            return Optional.empty();
        }
        String times = near(size, 0.5, doubt) ? "half the right one" : number(size) + " times the right one";
        String reason = reasons.isEmpty() ? "" : " (%s)".formatted(String.join(", or ", reasons));
        return Optional.of(times + sign + reason);
    }

    /** Six digits of a number that was found by differences, without the rest of their error. */
    static String number(double value) {
        return Figures.of(new BigDecimal(value).round(new MathContext(6)).doubleValue());
    }

    private static List<String> reasons(Map<String, Double> known, double size, double doubt) {
        return known.entrySet().stream()
                .filter(entry -> near(size, entry.getValue(), doubt))
                .map(Map.Entry::getKey)
                .limit(NAMED)
                .toList();
    }

    private static boolean near(double k, double value, double doubt) {
        return Math.abs(k - value) <= Math.min(doubt, 0.02 * Math.abs(value)) + 1e-12 * Math.abs(value);
    }

    /** Numbers of entries along axes, the numbers that the function is given, and one over these. */
    private static Map<String, Double> plain(Scene scene) {
        var known = new LinkedHashMap<String, Double>();
        for (Scene.Array array : scene.arrays()) {
            if (array.values().length == 1) {
                double value = Math.abs(array.values()[0]);
                known.put(array.name(), value);
                known.put("one over " + array.name(), 1 / value);
            }
        }
        counts(scene).forEach((n, where) -> {
            known.put(where, (double) n);
            known.put("1/%d; %s".formatted(n, where), 1.0 / n);
        });
        return known;
    }

    /** What is made of these now and then. */
    private static Map<String, Double> made(Scene scene) {
        var known = new LinkedHashMap<String, Double>();
        plain(scene).forEach((what, value) -> {
            known.put(what + ", squared", value * value);
            known.put("the root of " + what, Math.sqrt(value));
            known.put("1 - " + what, Math.abs(1 - value));
        });
        counts(scene).forEach((n, where) -> {
            known.put("%d/%d; %s".formatted(n, n - 1, where), n / (n - 1.0));
            known.put("%d/%d; %s".formatted(n - 1, n, where), (n - 1.0) / n);
        });
        return known;
    }

    /** Each number of entries along some axes, but 1, and where it is first found. */
    private static Map<Integer, String> counts(Scene scene) {
        var counts = new LinkedHashMap<Integer, String>();
        for (Scene.Array array : scene.arrays()) {
            List<Integer> shape = array.shape();
            for (List<Integer> axes : shape.size() > AXES ? List.<List<Integer>>of() : Shapes.choices(shape.size())) {
                int n = Shapes.size(axes.stream().map(shape::get).toList());
                String what = axes.size() == 1 ? "the size of" : "the number of entries along";
                counts.putIfAbsent(n, "%d is %s %s of %s".formatted(n, what, Shapes.axes(axes), array.name()));
            }
        }
        counts.remove(0);
        counts.remove(1);
        return counts;
    }
}
