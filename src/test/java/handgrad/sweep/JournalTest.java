package handgrad.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.InputException;
import handgrad.train.Outcome.Ending;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is done is kept, whatever happens to the last line. */
class JournalTest {
    @TempDir
    private Path folder;

    private final Sweep sweep = SweepTest.xor(Axis.of(Choice.SEED, "1..9"));
    private Path file;

    @BeforeEach
    void path() {
        file = folder.resolve(Journal.FILE);
    }

    private static Finished run(long number) {
        return new Finished(number, 1.0 / (number + 3), 0.75, 10, Ending.COMPLETED, -7 * number);
    }

    private void write(long... runs) {
        try (Journal journal = Journal.in(folder, sweep, false)) {
            Arrays.stream(runs)
                    .forEach(run -> assertThat(journal.append(run(run))).isTrue());
        }
    }

    @Test
    void whatWasKeptIsReadAgainAndTheRestIsGivenOut() {
        write(0, 5, 2);
        try (Journal journal = Journal.in(folder, sweep, false)) {
            assertThat(journal.results().done()).isEqualTo(3);
            assertThat(journal.results().get(5)).isEqualTo(run(5));
            assertThat(journal.append(run(5))).as("a task that was repeated").isFalse();
            assertThat(journal.take()).isEqualTo(1);
            assertThat(journal.take()).isEqualTo(3);
            assertThat(journal.take()).isEqualTo(4);
            assertThat(journal.take()).isEqualTo(6);
        }
    }

    @Test
    void aLineTornAtAnyByteIsAsIfItHadNotBeenWritten() throws IOException {
        write(0, 1);
        byte[] two = Files.readAllBytes(file);
        write(2);
        byte[] three = Files.readAllBytes(file);
        for (int length = two.length; length < three.length; length++) {
            Files.write(file, Arrays.copyOf(three, length));
            try (Journal journal = Journal.in(folder, sweep, false)) {
                assertThat(journal.results().done()).isEqualTo(2);
                assertThat(journal.missing(0)).isEqualTo(2);
                journal.append(run(2));
            }
            assertThat(Files.readAllBytes(file)).isEqualTo(three);
        }
    }

    @Test
    void aLineThatWasDamagedIsMadeAgain() throws IOException {
        write(0, 1, 2);
        Files.writeString(file, Files.readString(file).replace("1,0.25", "1,0.26"));
        try (Journal journal = Journal.in(folder, sweep, false)) {
            assertThat(journal.results().done()).isEqualTo(2);
            assertThat(journal.take()).isEqualTo(1);
        }
    }

    @Test
    void oneOfAnotherSweepStaysAsItIsAndIsSaid() throws IOException {
        write(0);
        byte[] before = Files.readAllBytes(file);
        Sweep other = SweepTest.xor(Axis.of(Choice.SEED, "1..9"), Axis.of(Choice.HIDDEN, "4"));
        assertThatThrownBy(() -> Journal.in(folder, other, false))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        file + ": is of another sweep, --hidden is '3' there and '4' here; --results DIR puts this one "
                                + "elsewhere, --fresh gives up what is there");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        try (Journal journal = Journal.in(folder, other, true)) {
            assertThat(journal.results().done()).isZero();
        }
    }

    @Test
    void anotherFileIsNotTaken() throws IOException {
        Files.writeString(file, "shopping list\n");
        assertThatThrownBy(() -> Journal.in(folder, sweep, false))
                .hasMessage(file + ": expected the journal of a sweep, found another file; --fresh writes over it");
    }

    @Test
    void twoAtATimeAreRefused() {
        try (Journal journal = Journal.in(folder, sweep, false)) {
            assertThat(journal.results().done()).isZero();
            assertThatThrownBy(() -> Journal.in(folder, sweep, false))
                    .hasMessage(file + ": another sweep is writing it now, expected one at a time in a folder");
        }
    }

    @Test
    void lossesThatAreNotFiniteAreKeptToo() {
        try (Journal journal = Journal.in(folder, sweep, false)) {
            journal.append(new Finished(0, Double.NaN, 0, 1, Ending.NOT_FINITE, 3));
            journal.append(new Finished(1, Double.POSITIVE_INFINITY, 0, 1, Ending.NOT_FINITE, 3));
        }
        try (Journal journal = Journal.in(folder, sweep, false)) {
            assertThat(journal.results().get(0).loss()).isNaN();
            assertThat(journal.results().get(1).loss()).isInfinite();
        }
    }
}
