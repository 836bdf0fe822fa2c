package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.InputException;
import handgrad.show.text.Screen;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit code 1 says that a gradient is wrong; what ends the program before it knows has another one. */
class EndsTest {
    private static Said told(Throwable e) {
        var err = new StringWriter();
        int exit = Ends.told(e, new PrintWriter(err), Screen.FILE);
        return new Said(exit, "", err.toString());
    }

    private static final class Full extends OutputStream {
        private final String reason;

        Full(String reason) {
            this.reason = reason;
        }

        @Override
        public void write(int b) throws IOException {
            throw new IOException(reason);
        }
    }

    /** As the system says it where the disk is full, and where `| head` has ended. */
    @ParameterizedTest
    @CsvSource({
        "No space left on device, 70, handgrad: standard output cannot be written: No space left on device",
        "Broken pipe, 141, ''"
    })
    void anAnswerThatNobodyGetsIsNoSuccess(String reason, int exit, String sentence) {
        for (String command : new String[] {"list", "--help"}) {
            PrintStream out = System.out;
            PrintStream err = System.err;
            var complained = new ByteArrayOutputStream();
            System.setOut(StandardOutput.over(new Full(reason)));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            try {
                assertThat(Handgrad.execute(command)).isEqualTo(exit);
            } finally {
                System.setOut(out);
                System.setErr(err);
            }
            assertThat(complained.toString(StandardCharsets.UTF_8).strip()).isEqualTo(sentence);
        }
    }

    @Test
    void tooLittleMemoryIsSaidWithWhatHelps() {
        Said said = told(new OutOfMemoryError("Java heap space"));
        assertThat(said.exit()).isEqualTo(70);
        assertThat(said.complaints()).hasSize(1);
        assertThat(said.err()).contains("memory that Java may take: HANDGRAD_JAVA_OPTIONS=-Xmx");
    }

    @Test
    void wrongInputIsOneSentence() {
        assertThat(told(new InputException("a.json: no such file")))
                .isEqualTo(new Said(2, "", "handgrad: a.json: no such file" + System.lineSeparator()));
    }

    @Test
    void anythingElseIsAFaultOfTheProgramErrorsToo() {
        Said said = told(new StackOverflowError());
        assertThat(said.exit()).isEqualTo(70);
        assertThat(said.err()).contains("StackOverflowError", "this is a fault of the program, not of your input");
    }
}
