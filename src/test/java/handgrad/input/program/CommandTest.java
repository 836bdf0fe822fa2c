package handgrad.input.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Commands: their words, and what is said of one that cannot be started. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class CommandTest {
    @TempDir
    private Path folder;

    private Scripts scripts() {
        return new Scripts(folder);
    }

    @Test
    void aProgramInJavaIsAskedAsAnyOther() throws IOException {
        Path file = Files.writeString(folder.resolve("Mine.java"), """
                public class Mine {
                    public static void main(String[] args) {
                        var in = new java.util.Scanner(System.in);
                        for (int id = 0; in.hasNextLine(); id++) {
                            in.nextLine();
                            System.out.println("{\\"id\\":" + id + ",\\"success\\":true,\\"output\\":0.5}");
                        }
                    }
                }
                """);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = "\"%s\" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC \"%s\"".formatted(java, file);
        try (Program program = Program.start(command, Limits.DEFAULT, remark -> {})) {
            assertThat(Scripts.given(program.loss(scripts().task()))).isEqualTo(0.5);
            assertThat(program.tool()).isEqualTo("Mine.java");
        }
    }

    @Test
    void aCommandThatCannotBeStartedIsNamed() throws IOException {
        assertThatThrownBy(() -> Program.start("  ", Limits.DEFAULT, remark -> {}))
                .isInstanceOf(InputException.class)
                .hasMessage("expected a command, such as \"python3 mine.py\", found none");
        assertThatThrownBy(() -> Program.start("pythn3 mine.py", Limits.DEFAULT, remark -> {}))
                .isInstanceOf(InputException.class)
                .hasMessage("'pythn3' cannot be started: there is no such command");
        Path file = Files.writeString(folder.resolve("mine.py"), "print(1)");
        assertThatThrownBy(() -> Program.start("'" + file + "'", Limits.DEFAULT, remark -> {}))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "'%s' cannot be started: it is no program by itself; "
                                + "expected a command, such as \"python3 mine.py\"",
                        file);
    }

    @Test
    void aCommandIsPartedAsAShellDoes() {
        assertThat(Command.of(" python3  \"my file.py\" --x='a \"$b'\tC:\\new '' ", Path.of("."))
                        .words())
                .containsExactly("python3", "my file.py", "--x=a \"$b", "C:\\new", "");
        assertThatThrownBy(() -> Command.of("python3 'mine.py", Path.of(".")))
                .hasMessage("expected a quotation mark at the end of what is quoted, found none in python3 'mine.py");
    }
}
