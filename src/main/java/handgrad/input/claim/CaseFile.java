package handgrad.input.claim;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Penalty;
import handgrad.network.Point;
import handgrad.network.function.Upstream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a gradient from any language comes in: {@code {"name", "layers": [{"weights": [[nIn x nOut]], "bias": [nOut],
 * "activation"}], "loss", "reduction", "x", "y", "claimed": {"loss", "gradients": [{"weights", "bias"}]}}}. What may be absent,
 * or otherwise, is in {@code docs/case-files.md}.
 */
public final class CaseFile {
    private static final long LARGEST = 32L << 20;
    private static final int DEEPEST = 16;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // Read, so that the complaint can name the field.
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .build();

    private CaseFile() {}

    /** Reads one case. @throws InputException if the file or anything in it is wrong */
    public static Case read(Path file) {
        String name = Shown.sentence(file.toString());
        try {
            long size = Files.size(file);
            if (size > LARGEST) {
                throw new InputException(
                        "%s: expected at most %d MB, found %d MB".formatted(name, LARGEST >> 20, size >> 20));
            }
            JsonNode document = MAPPER.readTree(bytes(file, name));
            return new CaseReader(JsonFields.root(name, document)).read();
        } catch (IOException e) {
            throw new InputException("%s: %s".formatted(name, reason(file)), e);
        } catch (StreamConstraintsException e) {
            throw new InputException(
                    "%s: expected a case file, found one nested more than %d deep or with a number or name of extreme length"
                            .formatted(name, DEEPEST),
                    e);
        } catch (MismatchedInputException e) {
            // A document of any kind is read: only what follows it can be out of place.
            throw new InputException("%s, %s: text after the end of the case".formatted(name, JsonProblem.place(e)), e);
        } catch (JacksonException e) {
            throw new InputException(
                    "%s, %s: not valid JSON: %s".formatted(name, JsonProblem.place(e), JsonProblem.said(e)), e);
        }
    }

    /** What is no regular file, such as a pipe, says its size only by its end. */
    private static byte[] bytes(Path file, String name) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes((int) LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new InputException("%s: expected at most %d MB, found more".formatted(name, LARGEST >> 20));
            }
            return bytes;
        }
    }

    private static String reason(Path file) {
        if (!Files.exists(file)) {
            return "no such file";
        }
        return Files.isDirectory(file) ? "is a folder, expected a file" : "cannot be read";
    }

    /** Reads the case that stands at a place in another document. @throws InputException as {@link #read(Path)} */
    public static Case read(JsonFields place) {
        return new CaseReader(place).read();
    }

    /**
     * Reads the gradient, and what else is claimed, that a program answers to a case, as {@code claimed} is read in the file of
     * that case.
     *
     * @throws InputException if anything in it is wrong
     */
    public static Claim claimed(Case task, JsonFields output) {
        JsonFields any = output.asClaimed();
        return claim(task, new ClaimSource(any, Optional.of(any), Optional.empty()));
    }

    /**
     * Reads the parameters after a step, {@code {"layers": [{"weights", "bias"}]}}, that a program answers to a case with a
     * learning rate, as {@code after} is read in the file of that case.
     *
     * @throws InputException if anything in it is wrong
     */
    public static Claim stepped(Case task, JsonFields output) {
        JsonFields any = output.asClaimed();
        return claim(task, new ClaimSource(any, Optional.empty(), Optional.of(any.field("layers"))));
    }

    private static Claim claim(Case task, ClaimSource source) {
        Layout layout = Layout.of(source.root(), Layout.USUAL);
        return new ClaimReader(source, layout, task.parameters(), task.samples(), task.learningRate(), 1)
                .claim()
                .orElseThrow();
    }

    /** The same format, written: what {@link #read} would read again. */
    public static String write(Case given) {
        ObjectNode root = json(given);
        given.claim().ifPresent(claim -> {
            ObjectNode claimed = root.putObject("claimed");
            claim.loss().ifPresent(loss -> claimed.put("loss", loss));
            write(claim.gradient(), claim.handed().blocks(), claimed.putArray("gradients"));
        });
        return MAPPER.writeValueAsString(root) + "\n";
    }

    /** What {@link #write} writes, without what is claimed. */
    public static ObjectNode json(Case given) {
        Network network = given.network();
        ObjectNode root = MAPPER.createObjectNode().put("name", given.name());
        var layers = root.putArray("layers");
        write(given.parameters(), Set.copyOf(network.blocks()), layers);
        for (int l = 0; l < network.depth(); l++) {
            ((ObjectNode) layers.get(l))
                    .put("activation", network.layer(l).activation().id());
        }
        boolean upstream = network.loss() instanceof Upstream;
        if (!upstream) {
            root.put("loss", network.loss().id())
                    .put("reduction", network.reduction().id());
        }
        if (!given.penalty().equals(Penalty.NONE)) {
            root.putObject("penalty")
                    .put("l1", given.penalty().absolute())
                    .put("l2", given.penalty().square())
                    .put("half", false)
                    .put("biases", given.penalty().biases());
        }
        root.set("x", MAPPER.valueToTree(given.samples().x()));
        root.set(upstream ? "upstream" : "y", MAPPER.valueToTree(given.samples().y()));
        given.learningRate().ifPresent(rate -> root.put("learningRate", rate));
        return root;
    }

    private static void write(Point point, Set<Block> blocks, ArrayNode layers) {
        for (int l = 0; l < point.network().depth(); l++) {
            ObjectNode layer = layers.addObject();
            for (Block block : point.network().blocks(l)) {
                if (!blocks.contains(block)) {
                    continue;
                }
                JsonNode numbers = block.isWeight()
                        ? MAPPER.valueToTree(point.rows(block))
                        : MAPPER.valueToTree(point.values(block));
                layer.set(block.slot().name(), numbers);
            }
        }
    }
}
