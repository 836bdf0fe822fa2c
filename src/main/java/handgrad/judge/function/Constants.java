package handgrad.judge.function;

import handgrad.Figures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a number that multiplies a gradient can be: 2, 1/2, a number of entries, a number that the function is given. */
final class Constants {
    private static final int NAMED = 2;

    private Constants() {}

    /** How the factor is told, with what it may be; empty where it is nothing known. */
    static Optional<String> meaning(double k, double doubt, Scene scene) {
        if (near(k, -1, doubt)) {
            return Optional.of("the right one with the opposite sign (-1 times)");
        }
        String sign = k < 0 ? ", with the opposite sign" : "";
        double size = Math.abs(k);
        boolean simple = near(size, 2, doubt) || near(size, 0.5, doubt);
        List<String> reasons = known(scene).entrySet().stream()
                .filter(entry -> near(size, entry.getValue(), doubt))
                .map(Map.Entry::getKey)
                .limit(NAMED)
                .toList();
        if (!simple && reasons.isEmpty()) {
            return Optional.empty();
        }
        String number = near(size, 2, doubt) ? "2" : near(size, 0.5, doubt) ? "half" : Figures.of(size);
        String times = number.equals("half") ? "half the right one" : number + " times the right one";
        String reason = reasons.isEmpty() ? "" : " (%s)".formatted(String.join(", or ", reasons));
        return Optional.of(times + sign + reason);
    }

    private static boolean near(double k, double value, double doubt) {
        return Math.abs(k - value) <= Math.min(doubt, 0.02 * Math.abs(value)) + 1e-12 * Math.abs(value);
    }

    private static Map<String, Double> known(Scene scene) {
        var known = new LinkedHashMap<String, Double>();
        var counts = new LinkedHashMap<Integer, String>();
        for (Scene.Array array : scene.arrays()) {
            if (array.values().length == 1) {
                given(known, array.name(), array.values()[0]);
            }
            List<List<Integer>> choices = array.shape().size() > 4
                    ? List.of()
                    : Shapes.choices(array.shape().size());
            for (List<Integer> axes : choices) {
                int n = Shapes.size(axes.stream().map(array.shape()::get).toList());
                String all = axes.size() == 1 ? "the size of" : "the number of entries along";
                counts.putIfAbsent(n, "%d is %s %s of %s".formatted(n, all, Shapes.axes(axes), array.name()));
            }
        }
        var forms = new ArrayList<Map.Entry<String, Double>>();
        counts.forEach((n, where) -> {
            if (n > 1) {
                double count = n;
                forms.add(Map.entry(where, count));
                forms.add(Map.entry("1/%d; %s".formatted(n, where), 1 / count));
                forms.add(Map.entry("%d/%d; %s".formatted(n, n - 1, where), count / (n - 1)));
                forms.add(Map.entry("%d/%d; %s".formatted(n - 1, n, where), (count - 1) / count));
                forms.add(Map.entry("the root of %d; %s".formatted(n, where), Math.sqrt(count)));
                forms.add(Map.entry("one over the root of %d; %s".formatted(n, where), 1 / Math.sqrt(count)));
                forms.add(Map.entry("%d squared; %s".formatted(n, where), count * count));
                forms.add(Map.entry("one over %d squared; %s".formatted(n, where), 1 / (count * count)));
            }
        });
        forms.forEach(form -> known.putIfAbsent(form.getKey(), form.getValue()));
        return known;
    }

    private static void given(Map<String, Double> known, String name, double value) {
        known.put(name, Math.abs(value));
        known.put("one over " + name, Math.abs(1 / value));
        known.put("1 - " + name, Math.abs(1 - value));
        known.put("one over 1 - " + name, Math.abs(1 / (1 - value)));
        known.put(name + " squared", value * value);
        known.put("one over " + name + " squared", 1 / (value * value));
        known.put("the root of " + name, Math.sqrt(Math.abs(value)));
        known.put("one over the root of " + name, 1 / Math.sqrt(Math.abs(value)));
    }
}
