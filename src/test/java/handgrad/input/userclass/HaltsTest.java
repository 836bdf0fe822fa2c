package handgrad.input.userclass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Runtime.halt} ends a program unnoticed, with code 0 if it likes: a class that calls it is not run. */
class HaltsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static {\nRuntime.getRuntime().halt(0); }",
                "Runnable r = () ->\nRuntime.getRuntime().halt(0);",
                "java.util.function.IntConsumer end =\nRuntime.getRuntime()::halt;",
                "static class Inner { void end(Runtime it) {\nit.halt(1); } }"
            })
    void aClassThatHaltsIsRefusedWithTheLine(String members) throws IOException {
        Path file = Sources.members(folder, members);
        assertThatThrownBy(() -> JavaSource.load(file, Duration.ofSeconds(10)))
                .isInstanceOf(InputException.class)
                .hasMessage("Mine.java, line 12: Runtime.halt would end the program, expected the class to return");
    }

    @Test
    void aMethodOfThatNameIsNoMatter() throws IOException {
        Path file = Sources.members(folder, "void halt(int code) {}\nvoid stop() { halt(0); this.halt(0); }");
        assertThat(JavaSource.load(file, Duration.ofSeconds(10)).name()).isNotEmpty();
    }
}
