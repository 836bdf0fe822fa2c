package handgrad.show.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Thins long records for drawing: of each stretch the smallest and the largest value of every column stay, so no peak is
 * lost. How many points there were, and what a drawing cannot show of them, is noted beside what is left.
 */
final class Thinning {
    private Thinning() {}

    /** Thins the points of an object with {@code steps} and columns of values beside them. */
    static void thin(ObjectNode object, List<String> columns, int most) {
        var values = new ArrayList<ArrayNode>();
        columns.forEach(name -> values.add((ArrayNode) object.path(name)));
        if (object.path("steps").size() > most) {
            ArrayNode first = values.get(0);
            object.put("recorded", first.size());
            object.put("zeros", count(first, value -> value == 0));
            object.put("notFinite", count(first, value -> !Double.isFinite(value)));
            keep(object, values, most);
        }
    }

    /** The same where the columns are the rows of {@code values}. */
    static void thinRows(ObjectNode object, int most) {
        if (object.path("steps").size() > most) {
            var values = new ArrayList<ArrayNode>();
            object.path("values").forEach(row -> values.add((ArrayNode) row));
            object.put("recorded", object.path("steps").size());
            keep(object, values, most);
        }
    }

    private static void keep(ObjectNode object, List<ArrayNode> columns, int most) {
        SortedSet<Integer> kept = kept(columns, most);
        var all = new ArrayList<>(columns);
        all.add((ArrayNode) object.path("steps"));
        for (ArrayNode column : all) {
            List<JsonNode> left = kept.stream().map(column::get).toList();
            column.removeAll();
            column.addAll(left);
        }
    }

    /** The indices that stay: the ends, and of each stretch the extremes and the first that is not finite. */
    private static SortedSet<Integer> kept(List<ArrayNode> columns, int most) {
        int size = columns.get(0).size();
        int stretches = Math.max(1, most / (3 * columns.size()));
        var kept = new TreeSet<>(List.of(0, size - 1));
        for (int stretch = 0; stretch < stretches; stretch++) {
            int from = (int) ((long) size * stretch / stretches);
            int to = (int) ((long) size * (stretch + 1) / stretches);
            for (ArrayNode column : columns) {
                addExtremes(kept, column, from, to);
            }
        }
        return kept;
    }

    private static void addExtremes(Set<Integer> kept, ArrayNode column, int from, int to) {
        int smallest = -1;
        int smallestButZero = -1;
        int largest = -1;
        int notFinite = -1;
        for (int i = from; i < to; i++) {
            double value = value(column.get(i));
            if (!Double.isFinite(value)) {
                notFinite = notFinite < 0 ? i : notFinite;
                continue;
            }
            if (largest < 0 || value > value(column.get(largest))) {
                largest = i;
            }
            if (smallest < 0 || value < value(column.get(smallest))) {
                smallest = i;
            }
            // An axis of powers of ten has no place for 0.
            if (value != 0 && (smallestButZero < 0 || value < value(column.get(smallestButZero)))) {
                smallestButZero = i;
            }
        }
        for (int index : new int[] {smallest, smallestButZero, largest, notFinite}) {
            if (index >= 0) {
                kept.add(index);
            }
        }
    }

    private static int count(ArrayNode values, DoublePredicate counted) {
        int count = 0;
        for (JsonNode value : values) {
            if (counted.test(value(value))) {
                count++;
            }
        }
        return count;
    }

    /** NaN also where there is none, or where it is infinite. */
    private static double value(JsonNode node) {
        return node.isNumber() ? node.doubleValue() : Double.NaN;
    }
}
