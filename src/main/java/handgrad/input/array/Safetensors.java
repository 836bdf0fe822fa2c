package handgrad.input.array;

import handgrad.InputException;
import handgrad.Shown;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The format of <a href="https://huggingface.co/docs/safetensors/index#format">safetensors</a>: 8 bytes with the length of the header,
 * little end first; the header, JSON of {@code {"name": {"dtype", "shape", "data_offsets": [begin, end]}}}; the numbers, little end
 * first, last index fastest, without a gap or an overlap.
 */
final class Safetensors {
    private static final int LONGEST_HEADER = 1 << 20;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Safetensors() {}

    static NumberArray read(Path file, String key) throws IOException {
        String name = Shown.sentence(file.toString());
        try (FileChannel channel = FileChannel.open(file)) {
            long room = channel.size() - Long.BYTES;
            long length = room < 0 ? -1 : bytes(channel, 0, Long.BYTES).getLong();
            if (length < 2 || length > room || length > LONGEST_HEADER) {
                throw new InputException("%s: expected a header of at most %d bytes, found one of %s"
                        .formatted(name, Math.min(LONGEST_HEADER, Math.max(room, 0)), Long.toUnsignedString(length)));
            }
            JsonNode header =
                    header(name, bytes(channel, Long.BYTES, (int) length).array());
            StoredTensor tensor = StoredTensors.of(name, header, room - length).named(key);
            ByteBuffer numbers = bytes(channel, Long.BYTES + length + tensor.begin(), tensor.length());
            return new NumberArray(tensor.shape(), tensor.type().read(numbers));
        }
    }

    private static JsonNode header(String name, byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            throw new InputException(
                    "%s: the header is not valid JSON: %s".formatted(name, Shown.text(e.getOriginalMessage())), e);
        }
    }

    private static ByteBuffer bytes(FileChannel channel, long from, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, from + buffer.position()) < 0) {
                throw new IOException("it has become shorter while it was read");
            }
        }
        return buffer.flip();
    }

    static void write(Path file, Map<String, NumberArray> arrays) throws IOException {
        ObjectNode header = MAPPER.createObjectNode();
        long begin = 0;
        for (Map.Entry<String, NumberArray> array : arrays.entrySet()) {
            long end = begin + (long) array.getValue().values().length * Double.BYTES;
            ObjectNode entry = header.putObject(array.getKey()).put("dtype", NumberType.FLOAT64.safetensors());
            entry.set("shape", MAPPER.valueToTree(array.getValue().shape()));
            entry.putArray("data_offsets").add(begin).add(end);
            begin = end;
        }
        byte[] bytes = MAPPER.writeValueAsBytes(header);
        byte[] padding = " ".repeat(Math.floorMod(-bytes.length, Long.BYTES)).getBytes(StandardCharsets.US_ASCII);
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeLong(Long.reverseBytes((long) bytes.length + padding.length));
            out.write(bytes);
            out.write(padding);
            for (NumberArray array : arrays.values()) {
                out.write(LittleEndian.bytes(array.values()));
            }
        }
    }
}
