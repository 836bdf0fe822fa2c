package handgrad.input.program;

import handgrad.input.claim.JsonFields;
import handgrad.judge.function.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The arrays of a function, flat or as arrays in arrays of their shape. */
final class TensorReader {
    /** As many as a line may hold bytes. */
    private static final long LARGEST = Lines.LONGEST / Double.BYTES;

    private TensorReader() {}

    /** {@code {"name": {"shape", "value", "differentiate"}}}: at least one is differentiated, and finite. */
    static List<Tensor> declared(JsonFields json) {
        List<Tensor> tensors = json.names().stream()
                .map(name -> declared(name, json.field(name)))
                .toList();
        if (tensors.stream().noneMatch(Tensor::differentiated)) {
            throw json.wrong("expected at least one array to differentiate, found none");
        }
        return tensors;
    }

    private static Tensor declared(String name, JsonFields json) {
        if (FunctionAnswers.RESERVED.contains(name)) {
            throw json.wrong("expected another name, as answers have a field '%s' of their own".formatted(name));
        }
        boolean differentiated =
                !json.has("differentiate") || json.field("differentiate").flag();
        // A mask may hold infinities; a point of the function may not.
        JsonFields value =
                differentiated ? json.field("value") : json.field("value").asClaimed();
        List<Integer> shape = shape(json, value);
        return new Tensor(name, shape, values(value, shape), differentiated);
    }

    /** Of the field {@code shape}; where there is none, that of the arrays in arrays. */
    static List<Integer> shape(JsonFields json, JsonFields value) {
        if (!json.has("shape")) {
            return found(value);
        }
        JsonFields field = json.field("shape");
        var shape = new ArrayList<Integer>();
        long size = 1;
        for (JsonFields length : field.isEmpty() ? List.<JsonFields>of() : field.elements()) {
            double number = length.number();
            if (number != Math.rint(number) || number < 1 || number * size > LARGEST) {
                throw length.wrong("expected a whole number from 1 on, and at most %d numbers in all, found %s"
                        .formatted(LARGEST, number));
            }
            shape.add((int) number);
            size *= (long) number;
        }
        return shape;
    }

    /** The numbers of an array whose shape is known. */
    static double[] values(JsonFields json, List<Integer> shape) {
        int size = shape.stream().reduce(1, Math::multiplyExact);
        int depth = json.depth();
        if (depth == 0 && size == 1) {
            return new double[] {json.number()};
        }
        if (depth == 1 && json.size() == size) {
            return json.vector(size);
        }
        if (depth < 2 || !found(json).equals(shape)) {
            throw json.wrong("expected %s, flat or as arrays in arrays, found %s"
                    .formatted(written(shape), depth == 0 ? "a number or a text" : written(found(json))));
        }
        double[] values = new double[size];
        int length = size / shape.get(0);
        for (int i = 0; i < shape.get(0); i++) {
            double[] row = values(json.element(i), shape.subList(1, shape.size()));
            System.arraycopy(row, 0, values, i * length, length);
        }
        return values;
    }

    private static List<Integer> found(JsonFields json) {
        var shape = new ArrayList<Integer>();
        JsonFields at = json;
        for (int depth = json.depth(); depth > 0; depth--) {
            shape.add(at.size());
            at = at.element(0);
        }
        return shape;
    }

    private static String written(List<Integer> shape) {
        String sizes = shape.stream().map(String::valueOf).collect(Collectors.joining(" x "));
        return shape.isEmpty() ? "one number" : sizes.equals("1") ? "1 number" : sizes + " numbers";
    }
}
