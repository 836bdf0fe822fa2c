package handgrad.input.array;

import handgrad.InputException;
import handgrad.Shown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the header of a safetensors file says, all of it checked before any of it is used. */
record StoredTensors(String file, Map<String, StoredTensor> tensors) {
    private static final String METADATA = "__metadata__";

    /**
     * @param size of the numbers, in bytes
     * @throws InputException if the header is not as the format says
     */
    static StoredTensors of(String file, JsonNode header, long size) {
        if (!header.isObject()) {
            throw new InputException("%s: expected a header that is an object".formatted(file));
        }
        var tensors = new LinkedHashMap<String, StoredTensor>();
        for (Map.Entry<String, JsonNode> entry : header.properties()) {
            if (!entry.getKey().equals(METADATA)) {
                String what = "%s, array '%s'".formatted(file, Shown.text(entry.getKey()));
                tensors.put(entry.getKey(), tensor(what, entry.getValue()));
            }
        }
        checkGaps(file, List.copyOf(tensors.values()), size);
        return new StoredTensors(file, tensors);
    }

    StoredTensor named(String key) {
        if (!tensors.containsKey(key)) {
            throw InputException.unknown("array of " + file, key, tensors.keySet());
        }
        return tensors.get(key);
    }

    private static StoredTensor tensor(String what, JsonNode json) {
        String dtype = json.path("dtype").asString("");
        NumberType type = Arrays.stream(NumberType.values())
                .filter(known -> known.safetensors().equals(dtype))
                .findFirst()
                .orElseThrow(() -> new InputException("%s: expected dtype F64, F32, F16, BF16, I64 or I32, found '%s'"
                        .formatted(what, Shown.text(dtype))));
        List<Long> shape = wholeNumbers(what, "shape", json);
        int length = Shapes.checkedSize(what, shape) * type.bytes();
        List<Long> offsets = wholeNumbers(what, "data_offsets", json);
        if (offsets.size() != 2 || offsets.get(1) - offsets.get(0) != length) {
            throw new InputException("%s: expected data_offsets that are %d bytes apart, as the shape says, found %s"
                    .formatted(what, length, Shown.text(offsets.toString())));
        }
        return new StoredTensor(type, shape.stream().map(Long::intValue).toList(), offsets.get(0), length);
    }

    private static List<Long> wholeNumbers(String what, String field, JsonNode json) {
        JsonNode list = json.path(field);
        var numbers = new ArrayList<Long>();
        for (JsonNode number : list) {
            if (!number.canConvertToLong() || !number.isIntegralNumber() || number.longValue() < 0) {
                throw new InputException("%s: expected whole numbers in '%s'".formatted(what, field));
            }
            numbers.add(number.longValue());
        }
        if (!list.isArray()) {
            throw new InputException("%s: expected an array '%s'".formatted(what, field));
        }
        return numbers;
    }

    private static void checkGaps(String file, List<StoredTensor> tensors, long size) {
        long end = 0;
        for (StoredTensor tensor : tensors.stream()
                .sorted(Comparator.comparingLong(StoredTensor::begin).thenComparing(StoredTensor::end))
                .toList()) {
            if (tensor.begin() != end) {
                throw new InputException("%s: expected arrays one after another, found a gap or an overlap at byte %d"
                        .formatted(file, end));
            }
            end = tensor.end();
        }
        if (end != size) {
            throw new InputException("%s: expected %d bytes of numbers, found %d".formatted(file, end, size));
        }
    }
}
