package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What a class prints, even after its time is over, does not get into the answer. */
class PrintingClassTest {
    private static final String ENOUGH = "handgrad.test.enough";

    @TempDir
    private Path folder;

    @AfterEach
    void endIt() {
        System.setProperty(ENOUGH, "true");
    }

    @Test
    void aClassThatPrintsForeverLeavesTheDocumentAlone() throws IOException {
        System.clearProperty(ENOUGH);
        Path file = Files.writeString(folder.resolve("Noise.java"), """
                import handgrad.engine.*;
                import handgrad.network.*;

                public final class Noise implements handgrad.input.userclass.HandGradient {
                    private static final java.io.PrintStream KEPT = System.out;

                    public Parameters gradient(Network network, Parameters parameters, Batch batch) {
                        new Thread(this::print).start();
                        print();
                        return null;
                    }

                    private void print() {
                        while (System.getProperty("handgrad.test.enough") == null) {
                            System.out.println("noise");
                            KEPT.println("kept noise");
                            KEPT.close();
                            Thread.interrupted();
                            java.util.concurrent.locks.LockSupport.parkNanos(1000);
                        }
                    }
                }
                """);
        Said said = Said.by("verify", file.toString(), "--time-limit", "1", "--json");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).doesNotContain("noise");
        assertThat(new JsonMapper().readTree(said.out()).toString()).contains("Noise gave no answer within 1 s");
        assertThat(said.err()).contains("noise", "kept noise", "not run, the class took too long on the case before");
    }
}
