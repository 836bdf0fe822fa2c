package handgrad.lab.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
    /** A report is handed on: folders of the machine that made it are nobody's business. */
    @Test
    void optionsThatNamePlacesAreLeftOut() {
        assertThat(Provenance.settings(List.of(
                        "-XX:+UseSerialGC",
                        "-Dhandgrad.home=/home/somebody/handgrad",
                        "-Dhandgrad.archive=/home/somebody/handgrad/target/launcher/handgrad.jsa",
                        "-XX:SharedArchiveFile=/home/somebody/handgrad/target/launcher/handgrad.jsa",
                        "-Xlog:disable",
                        "-Xmn512m")))
                .containsExactly("-XX:+UseSerialGC", "-Xmn512m");
    }
}
