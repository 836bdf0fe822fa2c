package handgrad.show.text;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.result.Option;
import handgrad.lab.result.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The commands that a run is followed by ask for what the user asked for. */
class CommandTextTest {
    private static Topic topic(List<String> arguments, Option... chosen) {
        return new Topic(
                "csv", Optional.empty(), Set.of(), "What of it?", Optional.empty(), arguments, List.of(chosen));
    }

    private static Option option(String name, String value) {
        return new Option(name, value);
    }

    @Test
    void nothingThatWasAskedForIsLost() {
        Topic topic = topic(List.of("--data", "my wines.csv"), option("--seed", "3"), option("--float", ""));
        assertThat(CommandText.of(topic)).isEqualTo("./handgrad run csv --data 'my wines.csv' --seed 3 --float");
        assertThat(CommandText.again(topic, option("--verbose", "")))
                .isEqualTo("./handgrad run csv --data 'my wines.csv' --seed 3 --float --verbose");
    }

    @Test
    void anOptionThatIsChangedStandsOnce() {
        Topic topic = topic(List.of(), option("--seed", "3"), option("--l2", "0.1"));
        assertThat(CommandText.again(topic, option("--seed", "4"))).isEqualTo("./handgrad run csv --l2 0.1 --seed 4");
    }

    @Test
    void aTraceTakesNoEngines() {
        Topic topic = topic(
                List.of(),
                option("--seed", "3"),
                option("--engines", "hand,scalar"),
                option("--mode", "re-synced"),
                option("--float", ""));
        assertThat(CommandText.traced(topic, option("--layer", "1")))
                .isEqualTo("./handgrad trace csv --seed 3 --float --layer 1");
        assertThat(CommandText.traced(topic(List.of()))).isEqualTo("./handgrad trace csv");
    }

    @Test
    void aVerificationIsOfTheStart() {
        Topic topic = topic(
                List.of("--data", "mine.csv", "--program", "python3 mine.py"),
                option("--seed", "3"),
                option("--epochs", "7"),
                option("--hidden", "5"),
                option("--updater", "adam"),
                option("--engines", "hand"));
        assertThat(CommandText.verified(topic))
                .isEqualTo("./handgrad verify csv --data mine.csv --seed 3 --hidden 5 --engines hand");
    }

    @Test
    void aProgramIsVerifiedInThePrecisionOfItsRun() {
        List<String> program = List.of("--program", "python3 mine.py");
        assertThat(CommandText.verifiedProgram(topic(program)))
                .contains("./handgrad verify --program 'python3 mine.py'");
        assertThat(CommandText.verifiedProgram(topic(program, option("--seed", "3"), option("--float", ""))))
                .contains("./handgrad verify --program 'python3 mine.py' --float");
        assertThat(CommandText.verifiedProgram(topic(List.of("--gradient", "Mine.java"))))
                .isEmpty();
    }

    @Test
    void aRunOfAStudyIsNamed() {
        var run = new Topic(
                "xor-updaters",
                Optional.of("adam with L2"),
                Set.of("--updater"),
                "Which?",
                Optional.empty(),
                List.of(),
                List.of());
        assertThat(CommandText.traced(run)).isEqualTo("./handgrad trace xor-updaters --variant 'adam with L2'");
        assertThat(CommandText.again(run, option("--verbose", "")))
                .isEqualTo("./handgrad run xor-updaters --variant 'adam with L2' --verbose");
    }
}
