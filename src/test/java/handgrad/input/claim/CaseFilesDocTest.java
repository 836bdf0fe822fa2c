package handgrad.input.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import handgrad.lab.Examiner;
import handgrad.network.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs in {@code docs/case-files.md} run as they stand there, and what they write passes. */
class CaseFilesDocTest {
    private static final Pattern PROGRAM = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    @Test
    void theProgramsWriteCasesThatPass() throws IOException, InterruptedException {
        assumeTrue(run("-c", "import numpy") == 0, "python3 with numpy is not on the path");
        List<String> programs = PROGRAM.matcher(Files.readString(Path.of("docs/case-files.md")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(programs).hasSize(2);
        for (String program : programs) {
            assertThat(run("-c", program)).isZero();
        }
        var examiner = new Examiner(List.of(), Precision.DOUBLE);
        for (String name : List.of("rows.json", "columns.json")) {
            assertThat(examiner.examine(CaseFile.read(folder.resolve(name))).passes())
                    .as(name)
                    .isTrue();
        }
    }

    /** The exit code; -1 where there is no Python. */
    private int run(String... arguments) throws InterruptedException {
        var command = new ArrayList<>(List.of("python3"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return -1;
        }
    }
}
