package handgrad.input.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import handgrad.input.array.ArrayFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** Arrays of a long message stand in a file beside it, if the program takes one; so may those of an answer. */
class SharedFilesTest {
    /** L = c / 2 sum w^2, dL/dw = c w, with files in safetensors as the page of the format says, without a library. */
    private static final String SQUARES = """
            import json, struct, sys
            def read(place):
                if isinstance(place, list):
                    return place
                with open(place["safetensors"], "rb") as file:
                    length, = struct.unpack("<Q", file.read(8))
                    begin, end = json.loads(file.read(length))[place["key"]]["data_offsets"]
                    file.seek(8 + length + begin)
                    return list(struct.unpack("<%dd" % ((end - begin) // 8), file.read(end - begin)))
            def written(values):
                with open(sys.argv[1], "wb") as file:
                    entry = {"dtype": "F64", "shape": [len(values)], "data_offsets": [0, 8 * len(values)]}
                    header = json.dumps({"w": entry}).encode()
                    file.write(struct.pack("<Q", len(header)) + header + struct.pack("<%dd" % len(values), *values))
                return {"safetensors": sys.argv[1], "key": "w"}
            size = int(sys.argv[2])
            config = {"takes": "function", "files": ["safetensors"],
                      "tensors": {"c": {"value": [2], "differentiate": False}, "w": {"value": [1] * size}}}
            for line in sys.stdin:
                message = json.loads(line)
                answer = {"id": message["id"], "success": True, "config": config}
                if "input" in message:
                    c, w = (read(message["input"][name]) for name in ("c", "w"))
                    sys.stderr.write(str(message["input"]["c"])[:200] + "\\n")
                    answer["output"] = {"w": written([c[0] * x for x in w])}
                print(json.dumps(answer), flush=True)
            """;

    @TempDir
    private Path folder;

    @Test
    void aLongMessageRefersToItsArrays() throws IOException {
        assumeTrue(hasPython(), "python3 is not on the path");
        int size = SharedFiles.LONG;
        Path script = Files.writeString(folder.resolve("squares.py"), SQUARES);
        String command = "python3 '%s' '%s' %d".formatted(script, folder.resolve("answer.safetensors"), size);
        double[] w = IntStream.range(0, size).mapToDouble(i -> i / 8.0).toArray();
        var remarks = new ConcurrentLinkedQueue<String>();
        try (Program program = Program.start(command, Limits.DEFAULT, remarks::add)) {
            var answer = (Answer.Given<FunctionClaim>) program.gradient(List.of(new double[] {3}, w));
            double[] right =
                    IntStream.range(0, size).mapToDouble(i -> 3 * i / 8.0).toArray();
            assertThat(answer.value().gradients().get(0)).isEqualTo(right);
        }
        String c = remarks.element();
        assertThat(c).matches("squares\\.py: \\{'safetensors': '.*arrays\\.safetensors', 'key': 'c'}");
        // Answered, it is gone.
        assertThat(Path.of(c.replaceFirst(".*'safetensors': '", "").replaceFirst("', 'key.*", ""))
                        .getParent())
                .doesNotExist();
    }

    /** 1 and 99,999 numbers are no more than 100,000. */
    @Test
    void othersHoldThem() {
        ObjectNode input = Json.object();
        input.set("c", Json.array(3));
        input.set("w", Json.array(new double[99_999]));
        assertThat(SharedFiles.of(Optional.of(ArrayFile.NPZ), input)).isEmpty();
        input.set("b", Json.array(1));
        assertThat(SharedFiles.of(Optional.empty(), input)).isEmpty();
        assertThat(input.get("c")).hasToString("[3.0]");
        try (SharedFiles files =
                SharedFiles.of(Optional.of(ArrayFile.NPZ), input).orElseThrow()) {
            Path file = Path.of(input.get("b").get("npz").stringValue());
            assertThat(ArrayFile.NPZ.read(file, "b").values()).containsExactly(1);
            assertThat(files).isNotNull();
        }
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "-c", "").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
