package handgrad.input.csv;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What will not fit is refused before it is read. */
class MemoryTest {
    /** A file that says it is a terabyte large, of which only the first lines may be looked at. */
    private record Terabyte() implements Source {
        @Override
        public String name() {
            return "huge.csv";
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream("a,b,y\n1,2,p\n3,4,q\n".getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public long size() {
            return 1L << 40;
        }

        @Override
        public String python(String encoding) {
            throw new UnsupportedOperationException("it is never read");
        }
    }

    @Test
    void aTableThatTheHeapCannotHoldIsRefusedWithWhatItNeeds() {
        assertThatThrownBy(() -> Table.read(CsvOptions.of(new Terabyte(), Optional.of("y"))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("huge.csv: about 183251937963 lines of 2 features need about")
                .hasMessageContaining("expected a smaller file, fewer columns, or HANDGRAD_JAVA_OPTIONS=-Xmx");
    }

    @Test
    void aTrainingThatTheMachineCannotHoldIsRefused() {
        assertThatThrownBy(() -> Memory.checkTraining(Table.read(Wine.options()), 1L << 40))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("on 142 samples needs about");
    }
}
