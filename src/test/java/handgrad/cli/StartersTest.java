package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import handgrad.input.claim.Case;
import handgrad.input.claim.CaseFile;
import handgrad.judge.Judge;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.layer.Dense;
import handgrad.testing.PlantedStarter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The starters as programs: what they answer when they are new, and when the backward pass is filled in. */
@Tag("outside")
class StartersTest {
    private static final Path TEXTS = Path.of("src/test/resources/handgrad/cli/starters");

    private static final double RATE = 0.5;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void aStarterIsReadAtAGlance(PlantedStarter language) {
        assertThat(language.fresh().lines()).hasSizeLessThanOrEqualTo(40).allMatch(line -> line.length() <= 120);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNewAnswersWithZeros(PlantedStarter language) throws Exception {
        language.assumeInstalled();
        Case task = network(3, 4, 2);
        try (var program = new StarterConversation(language.command(folder, language.fresh()))) {
            JsonNode start = program.ask("start", "\"eval\":\"handgrad\"");
            assertThat(start.at("/config/activations/0").asString()).isEqualTo("sigmoid");
            assertThat(start.at("/config/losses/0").asString()).isEqualTo("half-squared-error");
            assertThat(start.at("/config/reductions/0").asString()).isEqualTo("mean");
            JsonNode define = program.ask("define", "\"module\":\"network\"");
            assertThat(define.path("success").asBoolean(false)).isTrue();
            assertThat(claimed(task, program.evaluate("gradient", CaseFile.write(task)))
                            .values())
                    .hasSize(task.network().size())
                    .containsOnly(0);
            assertThat(program.ask("analysis", "\"of\":2,\"valid\":false,\"error\":\"\"")
                            .propertyNames())
                    .containsExactly("id");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aBackwardPassFilledInRightAgreesWithTheOracle(PlantedStarter language) throws Exception {
        language.assumeInstalled();
        try (var program = new StarterConversation(language.command(folder, language.filled("right")))) {
            boolean steps = program.ask("start", "").at("/config/step").asBoolean(false);
            program.ask("define", "\"module\":\"network\"");
            for (Case task : List.of(network(3, 4, 2), network(2, 3), network(4, 2, 5, 3, 1))) {
                var judge = new Judge(task.parameters(), task.samples(), Precision.DOUBLE);
                JsonNode output = program.evaluate("gradient", CaseFile.write(task));
                assertThat(judge.judge(claimed(task, output)).passes()).isTrue();
                if (output.has("loss")) {
                    assertThat(output.get("loss").asDouble()).isCloseTo(judge.loss(), within(1e-14));
                }
                if (steps) {
                    checkStep(task, judge.oracle(), program);
                }
            }
        }
    }

    /** {@code after = before - rate * gradient}. */
    private static void checkStep(Case task, Point gradient, StarterConversation program) throws Exception {
        String input = StarterConversation.with(
                CaseFile.write(task), "learningRate", JsonMapper.shared().valueToTree(RATE));
        JsonNode layers = program.evaluate("step", input).get("layers");
        for (var block : task.network().blocks()) {
            JsonNode after = layers.get(block.layer()).get(block.slot().name());
            for (int i = block.offset(); i < block.end(); i++) {
                var entry = block.address(i);
                JsonNode number =
                        block.isWeight() ? after.get(entry.row()).get(entry.column()) : after.get(entry.column());
                assertThat(number.asDouble())
                        .as(entry.toString())
                        .isCloseTo(task.parameters().values()[i] - RATE * gradient.values()[i], within(1e-14));
            }
        }
    }

    /** Ten for each language, all listed, and each fits into its starter and changes it. */
    @ParameterizedTest
    @EnumSource
    void thePlantedMistakes(PlantedStarter language) throws IOException {
        List<String> listed = JsonMapper.shared()
                .readTree(TEXTS.resolve("mistakes.json"))
                .valueStream()
                .map(mistake -> mistake.get("file").asString())
                .toList();
        List<String> planted;
        try (Stream<Path> files = Files.list(TEXTS.resolve(language.name().toLowerCase(Locale.ROOT)))) {
            planted = files.map(file -> file.getFileName().toString().replace(".txt", ""))
                    .filter(name -> !name.equals("right"))
                    .toList();
        }
        assertThat(listed).containsAll(planted);
        assertThat(planted.stream().map(language::filled).collect(Collectors.toSet()))
                .hasSize(10)
                .doesNotContain(language.fresh(), language.filled("right"));
    }

    /** Read as a case file with this claim is, which refuses what has another shape. */
    private Point claimed(Case task, JsonNode output) throws IOException {
        Path file = folder.resolve("case.json");
        Files.writeString(file, StarterConversation.with(CaseFile.write(task), "claimed", output));
        return CaseFile.read(file).claim().orElseThrow().gradient();
    }

    /** Five samples through sigmoids; half squared error, mean. */
    private static Case network(int... widths) {
        var random = new Random(7);
        var sigmoid = Definitions.named(Activation.class, "activation", "sigmoid");
        var layers = Stream.iterate(1, l -> l < widths.length, l -> l + 1)
                .map(l -> new Dense(widths[l - 1], widths[l], sigmoid))
                .toList();
        var network = new Network(
                List.copyOf(layers), Definitions.named(Loss.class, "loss", "half-squared-error"), Reduction.MEAN);
        var parameters =
                new Point(network, random.doubles(network.size(), -1, 1).toArray());
        var samples = new Samples(rows(random, widths[0]), rows(random, widths[widths.length - 1]));
        return new Case("random", parameters, samples, Optional.empty(), OptionalDouble.empty());
    }

    private static double[][] rows(Random random, int width) {
        return Stream.generate(() -> random.doubles(width, -2, 2).toArray())
                .limit(5)
                .toArray(double[][]::new);
    }
}
