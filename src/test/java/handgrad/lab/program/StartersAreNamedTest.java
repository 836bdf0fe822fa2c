package handgrad.lab.program;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.input.program.Limits;
import handgrad.input.program.Program;
import handgrad.judge.reading.Cause;
import handgrad.lab.result.Asked;
import handgrad.network.Precision;
import handgrad.testing.PlantedStarter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Programs begun with {@code handgrad new}, asked as {@code verify --program} asks them: the right ones pass, each of ten planted
 * mistakes is named, and no tie is left. In languages that are compiled, or slow to start, the mistakes of state and two others are
 * enough, unless {@code -Dstarters=all} is given: they are the same formulas.
 */
@Tag("outside")
class StartersAreNamedTest {
    private static final List<PlantedStarter> QUICK = List.of(PlantedStarter.PYTHON, PlantedStarter.JAVASCRIPT);
    private static final List<String> FEW = List.of("08", "10");

    @ParameterizedTest
    @EnumSource
    void aRightOnePasses(PlantedStarter starter, @TempDir Path folder) throws IOException {
        starter.assumeInstalled();

        Asked asked = asked(starter, folder, "right");

        assertThat(asked.notes()).isEmpty();
        assertThat(asked.passes()).isTrue();
    }

    static Stream<Arguments> planted() throws IOException {
        var planted = new ArrayList<Arguments>();
        for (JsonNode mistake : mistakes()) {
            String file = mistake.get("file").stringValue();
            List<String> names = new ArrayList<>();
            mistake.get("names").forEach(name -> names.add(name.stringValue()));
            for (PlantedStarter starter : PlantedStarter.values()) {
                boolean all = QUICK.contains(starter) || "all".equals(System.getProperty("starters"));
                if (starter.has(file) && (all || FEW.contains(file.substring(0, 2)))) {
                    planted.add(Arguments.of(starter, file, names));
                }
            }
        }
        return planted.stream();
    }

    @ParameterizedTest
    @MethodSource("planted")
    void aPlantedMistakeIsNamed(PlantedStarter starter, String file, List<String> names, @TempDir Path folder)
            throws IOException {
        starter.assumeInstalled();

        Asked asked = asked(starter, folder, file);

        var findings = asked.shown().orElseThrow().diagnosis().orElseThrow().findings();
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).causes().stream().map(Cause::mistake).collect(Collectors.toSet()))
                .as("%s", findings)
                .isSubsetOf(names)
                .isNotEmpty();
    }

    private static Asked asked(PlantedStarter starter, Path folder, String text) throws IOException {
        String command = starter.command(folder, starter.filled(text)).stream()
                .map("'%s'"::formatted)
                .collect(Collectors.joining(" "));
        try (var live = new LiveProgram(Program.start(command, Limits.DEFAULT, remark -> {}))) {
            var examiner = new ProgramExaminer(List.of(), Precision.DOUBLE);
            return examiner.examine("mine", live.program().ability(), live.networks());
        }
    }

    private static JsonNode mistakes() throws IOException {
        try (InputStream in = StartersAreNamedTest.class.getResourceAsStream("/handgrad/cli/starters/mistakes.json")) {
            return JsonMapper.builder().build().readTree(in.readAllBytes());
        }
    }
}
