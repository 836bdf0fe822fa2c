package handgrad.input.program;

import handgrad.InputException;
import handgrad.input.array.ArrayFile;
import handgrad.input.array.NumberArray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The arrays of one long message, in a file of its own beside it, which is gone when the message is answered. */
final class SharedFiles implements AutoCloseable {
    /** A message with more numbers is long. */
    static final int LONG = 100_000;

    private final Map<String, NumberArray> arrays = new LinkedHashMap<>();
    private final ArrayFile kind;
    private final Path folder;
    private final Path file;

    private SharedFiles(ArrayFile kind) throws IOException {
        this.kind = kind;
        this.folder = Files.createTempDirectory("handgrad-");
        this.file = folder.resolve("arrays" + kind.ending());
        // In this order: what was named last is deleted first.
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
    }

    /**
     * Puts references into the input of a message in place of its arrays, where it is long and the program takes a kind of files.
     *
     * @return what is to be closed when the message is answered
     * @throws InputException if the file cannot be written
     */
    static Optional<SharedFiles> of(Optional<ArrayFile> kind, ObjectNode input) {
        if (kind.isEmpty() || numbers(input) <= LONG) {
            return Optional.empty();
        }
        try {
            var files = new SharedFiles(kind.get());
            files.replaceIn(input, "");
            files.kind.write(files.file, files.arrays);
            return Optional.of(files);
        } catch (IOException e) {
            throw new InputException("a temporary file for a long message cannot be written", e);
        }
    }

    private static long numbers(JsonNode node) {
        long count = node.isNumber() ? 1 : 0;
        for (JsonNode child : node) {
            count += numbers(child);
        }
        return count;
    }

    /** @param path of the node, whose arrays are named by where they stand: {@code layers.0.weights} */
    private void replaceIn(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            object.propertyStream()
                    .toList()
                    .forEach(field -> object.set(field.getKey(), replaced(field.getValue(), path + field.getKey())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, replaced(array.get(i), path + i));
            }
        }
    }

    private JsonNode replaced(JsonNode node, String path) {
        Optional<NumberArray> array = Json.numbers(node);
        if (array.isEmpty()) {
            replaceIn(node, path + ".");
            return node;
        }
        arrays.put(path, array.get());
        return Json.object().put(kind.id(), file.toString()).put("key", path);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            // Held open by the program: the system's temporary folder keeps it until it is emptied.
        }
    }
}
