package handgrad.show;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.lab.EngineKind;
import handgrad.lab.Experiments;
import handgrad.lab.Tracer;
import handgrad.lab.Workbench;
import handgrad.lab.result.Run;
import handgrad.lab.result.Topic;
import handgrad.lab.result.Traced;
import handgrad.lab.result.Verdict;
import handgrad.show.page.Neighbours;
import handgrad.testing.Runs;
import handgrad.train.Progress;
import handgrad.train.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All files of a run, and what the page says. */
class ReportsTest {
    private static final Map<String, String> XOR = Reports.of(Runs.xor(20, "hand", "dl4j"));

    @Test
    void aRunLeavesSevenTexts() {
        assertThat(XOR.keySet())
                .containsExactlyInAnyOrder(
                        "curves.csv",
                        "gradients.csv",
                        "accuracy.csv",
                        "confusion.csv",
                        "repeat.py",
                        "report.md",
                        "run.json");
        assertThat(XOR.values())
                .allSatisfy(text -> assertThat(text).endsWith("\n").doesNotContain("\r"));
    }

    /** The page and the trace of a run lead to each other, and both to the index and to its program in Python. */
    @Test
    void aRunLeavesPagesThatLeadToEachOther(@TempDir Path results) {
        Run run = Runs.xor(2, "hand");
        var bench = new Workbench(Experiments.named("xor-cross-entropy"), run.settings(), List.of(EngineKind.HAND));
        Traced traced = Tracer.whole(0).trace(bench.at(0, Progress.silent()));
        Neighbours near = Neighbours.within(results, results.resolve("xor"));
        Map<String, String> pages = Reports.pages(run, Optional.of(traced), near);
        assertThat(pages).containsOnlyKeys("page.json", "report.html", "trace.html");
        assertThat(pages.get("report.html"))
                .contains("href=\"../index.html\"", "href=\"trace.html\"", "href=\"repeat.py\"");
        assertThat(pages.get("trace.html"))
                .contains("href=\"../index.html\"", "href=\"report.html\"", "href=\"repeat.py\"");
        assertThat(Reports.pages(run, Optional.empty(), near))
                .containsOnlyKeys("page.json", "report.html")
                .extractingByKey("report.html")
                .asString()
                .doesNotContain("trace.html\"");
    }

    @Test
    void thePageBeginsWithTheVerdict() {
        assertThat(XOR.get("report.md").lines().limit(3)).first().isEqualTo("# xor-cross-entropy");
        assertThat(XOR.get("report.md").lines().skip(2).findFirst().orElseThrow())
                .matches("\\*\\*The engines agree: parameters (the same to the last bit|within [0-9.e-]+) "
                        + "after each of 20 steps\\.\\*\\*");
    }

    /** XOR is not learned in twenty epochs: that the engines agree is no word of praise for the network. */
    @Test
    void whetherItLearnedIsAJudgementOfItsOwn() {
        assertThat(XOR.get("report.md").lines().skip(4).findFirst().orElseThrow())
                .startsWith("**The network has not learned and is stuck: ");
    }

    /** The words of the experiment are about ten thousand epochs with seed 1. */
    @Test
    void wordsWrittenBeforehandStandUnderTheDefaultsOnly() {
        Run run = Runs.xor(2, "hand");
        var topic = new Topic(
                "xor-cross-entropy", Optional.empty(), Set.of(), "Why?", Optional.of("So."), List.of(), List.of());
        var told = new Run(
                topic,
                run.settings(),
                run.model(),
                run.engines(),
                run.gradientsAtStart(),
                run.training(),
                run.own(),
                run.missteps(),
                run.findings(),
                run.provenance());
        assertThat(Reports.of(told).get("report.md"))
                .contains("\n\n**What to expect with the default settings:** So.\n\n");
        assertThat(XOR.get("report.md")).doesNotContain("What to expect", "sticks");
    }

    @Test
    void thePageHasAllItsParts() {
        assertThat(XOR.get("report.md").lines().filter(line -> line.startsWith("## ")))
                .containsExactly(
                        "## At the end",
                        "## Agreement",
                        "## Loss",
                        "## Outputs",
                        "## Parameters",
                        "## Repeat it",
                        "## Provenance");
        assertThat(Reports.of(Runs.digits(2)).get("report.md").lines().filter(line -> line.startsWith("## ")))
                .containsExactly(
                        "## At the end", "## Agreement", "## Loss", "## Confusion", "## Repeat it", "## Provenance");
    }

    /** Every line of a table has as many bars as its heading, or it would not be a table. */
    @Test
    void everyTableOnThePageIsWhole() {
        for (String page : new String[] {
            XOR.get("report.md"),
            Reports.of(Runs.digits(2)).get("report.md"),
            Reports.of(Runs.diverging()).get("report.md")
        }) {
            long bars = 0;
            for (String line : page.lines().toList()) {
                long here = line.startsWith("|")
                        ? line.chars().filter(c -> c == '|').count()
                        : 0;
                if (here > 0 && bars > 0) {
                    assertThat(here).as(line).isEqualTo(bars);
                }
                bars = here;
            }
            assertThat(page.lines().filter(line -> line.startsWith("|"))).hasSizeGreaterThan(20);
        }
    }

    @Test
    void theCommandRepeatsTheRun() {
        assertThat(XOR.get("report.md"))
                .contains(
                        "./handgrad run xor-cross-entropy --seed 4 --epochs 20 --updater sgd --learning-rate 0.1 --l2 0.0 "
                                + "--hidden 3 --mode free-running --engines hand,dl4j\n");
    }

    @Test
    void aLostRunIsCalledOne() {
        Run lost = Runs.diverging();
        assertThat(lost.verdict()).isEqualTo(Verdict.NOT_FINITE);
        assertThat(lost.verdict().success()).isFalse();
        assertThat(Reports.of(lost).get("report.md"))
                .contains("**The run was lost: the loss of hand is not finite after ");
    }

    @Test
    void oneEngineIsNotCalledAgreement() {
        Run single = Runs.xor(2, "hand");
        assertThat(single.verdict()).isEqualTo(Verdict.SINGLE_ENGINE);
        assertThat(Reports.of(single).get("report.md"))
                .contains("**One engine, hand: its gradient agrees with forward mode.**");
    }

    /** A squared error on XOR with one neuron: the same page for whatever is asked. */
    @Test
    void thePageSaysWhatWasTrained() {
        Run run = Runs.of("xor-squared-error", Settings.of(2, 5, 0.5, 6), "dl4j", "hand");
        assertThat(Reports.of(run).get("report.md"))
                .contains(
                        "Network 2-6-1, sigmoid, sigmoid, half-squared-error (mean), 25 parameters, double precision.")
                .contains("--engines dl4j,hand\n");
    }
}
