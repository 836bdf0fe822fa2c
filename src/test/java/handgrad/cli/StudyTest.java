package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.Experiment;
import handgrad.lab.Experiments;
import handgrad.show.file.FolderNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** {@code run} with an experiment of several runs. */
class StudyTest {
    @TempDir
    private Path results;

    private Said run(String... arguments) {
        return Said.by(
                Stream.concat(Stream.of("run", "--results", results.toString(), "--epochs", "3"), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    @Test
    void eachRunHasAFolderAndTheStudyAPageAndATable() throws IOException {
        Said said = run("learning-rates");
        assertThat(said.exit()).as(said.err()).isZero();
        Path study = results.resolve("learning-rates--epochs-3");
        assertThat(Files.readString(study.resolve("report.md")))
                .startsWith("# learning-rates\n")
                .contains("## What was found\n\n- The lowest loss, ")
                .contains("\n\n## The runs\n\nLosses and scores are those of the engine hand.");
        List<String> variants = Files.readAllLines(study.resolve("variants.csv"));
        assertThat(variants.get(0))
                .isEqualTo("run,ended,verdict,learning,steps,loss_at_start,loss_at_end,train_score,test_score,"
                        + "parameter_difference");
        assertThat(variants).hasSize(9);
        assertThat(study.resolve("loss.png")).isNotEmptyFile();
        assertThat(study.resolve("0.1/report.html"))
                .content()
                .contains("<a href=\"../../index.html\">All results</a>", "<a href=\"../report.html\">Study</a>")
                .contains("<a href=\"trace.html\">Trace</a>", "<a href=\"repeat.py\">repeat.py</a>");
        assertThat(study.resolve("report.html"))
                .content()
                .contains("<a href=\"../index.html\">All results</a>", "./handgrad run learning-rates --epochs 3");
        var record =
                new JsonMapper().readTree(Files.readString(study.resolve("0.1").resolve("run.json")));
        assertThat(record.get("variant").asString()).isEqualTo("0.1");
        assertThat(record.at("/options/learningRate").asDouble()).isEqualTo(0.1);
        assertThat(record.at("/engines/hand/trainAccuracy").isNull()).isTrue();
        assertThat(record.at("/engines/hand/trainR2").isNumber()).isTrue();
    }

    @Test
    void aSingleVariantIsRunAndItsReportSaysHow() throws IOException {
        Said said = run("sign-faults", "--variant", "no bias");
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("Of its runs: no bias").doesNotContain("elementwise");
        Path study = results.resolve("sign-faults--epochs-3");
        assertThat(study.resolve("report.md")).as("the page of the whole study").doesNotExist();
        assertThat(study.resolve("no-bias/report.html")).content().doesNotContain(">Study</a>");
        assertThat(said.report()).isEqualTo(study.resolve("no-bias").resolve("report.md"));
        assertThat(Files.readString(said.report()))
                .startsWith("# sign-faults: no bias\n")
                .contains("\n\n**The network of own ")
                .doesNotContain("What to expect")
                .contains("./handgrad run sign-faults --variant 'no bias' --seed 1 --epochs 3 --learning-rate 0.5 "
                        + "--hidden 3 --mode free-running --engines hand,dl4j\n");
    }

    /** So a run that is made by itself goes where the whole study puts it. */
    @Test
    void everyRunOfAStudyHasAFolderOfItsOwn() {
        for (Experiment study : Experiments.all()) {
            assertThat(study.variants(study.defaults()))
                    .as(study.name())
                    .extracting(variant -> new FolderNames().of(variant.name()).toLowerCase(Locale.ROOT))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsAskedWronglyIsToldInOneSentence() {
        refused(
                run("sign-faults", "--variant", "no bios"),
                "unknown variant of sign-faults 'no bios': did you mean 'no bias'?");
        refused(run("sign", "--variant", "x"), "--variant x: sign is a single run, expected no variant");
        refused(
                run("learning-rates", "--learning-rate", "0.1"),
                "--learning-rate: learning-rates chooses it for each of its runs");
        refused(run("sign", "--all"), "--all: runs every experiment, expected no names beside it");
        refused(run("sign", "--order", "drwan"), "unknown order 'drwan': did you mean 'drawn'?");
    }

    private static void refused(Said said, String sentence) {
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.err()).contains(sentence);
        assertThat(said.err().lines()).hasSize(1);
    }
}
