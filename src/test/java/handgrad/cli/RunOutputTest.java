package handgrad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import handgrad.Figures;
import handgrad.lab.EngineKind;
import handgrad.lab.Experiments;
import handgrad.lab.Workbench;
import handgrad.lab.result.Run;
import handgrad.lab.result.Study;
import handgrad.show.text.ClosingTable;
import handgrad.show.text.ClosingTable.Row;
import handgrad.show.text.RunText;
import handgrad.show.text.Screen;
import handgrad.show.text.Sheet;
import handgrad.show.text.Sheet.Entry;
import handgrad.train.Progress;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is printed of a run: the verdict first, and what its figures make the next step. */
class RunOutputTest {
    private static final Screen COLOURED = new Screen(100, true, true);

    private static Run trained(long seed, int epochs, double rate) {
        var experiment = Experiments.named("xor-cross-entropy");
        var settings = experiment.defaults().withSeed(seed).withEpochs(epochs).withLearningRate(rate);
        return new Workbench(experiment, settings, List.of(EngineKind.HAND, EngineKind.SCALAR)).run(new Quiet());
    }

    private static final class Quiet implements Progress {}

    private static List<String> commands(Run run) {
        return commands(run, Path.of("results"));
    }

    private static List<String> commands(Run run, Path results) {
        return new AfterRuns(results, true).one(run).stream().map(Entry::term).toList();
    }

    @Test
    void theVerdictComesFirstAndTheTablesOfADoubterOnRequest() {
        Run run = trained(4, 3000, 0.1);
        String text = RunText.of(run, Screen.FILE);
        assertThat(text).startsWith("The engines agree: ").contains("\nThe network learned. Loss 2.82378 at the start");
        assertThat(text).doesNotContain("forward mode", "Training: ");
        assertThat(text.lines()).hasSizeLessThan(24);
        assertThat(RunText.details(run, Screen.FILE)).contains("Training: completed", "hand, forward mode");
    }

    @Test
    void whatItCameToHasColoursOnATerminalOnly() {
        Run run = trained(4, 3000, 0.1);
        assertThat(RunText.of(run, COLOURED))
                .startsWith("\u001B[32mThe engines agree\u001B[0m: ")
                .contains("\u001B[32mThe network learned\u001B[0m. ");
        assertThat(RunText.of(run, Screen.FILE)).doesNotContain("\u001B");
    }

    @Test
    void aRunAStudyAndTheClosingTableFitANarrowScreen() {
        Run run = trained(4, 50, 0.1);
        var study = new Study(studied(), List.of("A finding with 0.123456789 in it."), true);
        List<Row> rows =
                List.of(Row.of("xor-cross-entropy", List.of(run), 1.5), Row.of("xor-stopping", study.runs(), 12));
        String endless = all(run, study, rows, Screen.FILE);
        for (int width : new int[] {80, 60, 40}) {
            Narrow.check(all(run, study, rows, new Screen(width, false, false)), endless, width);
        }
    }

    private static String all(Run run, Study study, List<Row> rows, Screen screen) {
        var sheet = new Sheet(screen)
                .add(RunText.of(run, screen))
                .add(RunText.details(run, screen))
                .add(RunText.of(study, screen))
                .table(0, ClosingTable.of(rows));
        NextSteps.set(sheet, new AfterRuns(Path.of("results"), false).one(run));
        return sheet.toString();
    }

    /** What was written elsewhere is not mixed with what is made next. */
    @Test
    void theNextRunGoesToTheSameFolder() {
        assertThat(commands(trained(1, 10_000, 0.1), Path.of("my runs")))
                .containsExactly("./handgrad run xor-cross-entropy --engines hand,scalar --seed 2 --results 'my runs'");
    }

    private static List<Run> studied() {
        var experiment = Experiments.named("xor-stopping");
        return Workbench.all(
                        experiment, experiment.defaults().withEpochs(20), List.of(EngineKind.HAND, EngineKind.SCALAR))
                .stream()
                .map(bench -> bench.run(new Quiet()))
                .toList();
    }

    /** Seed 4 learns XOR within 3,000 epochs; seed 1 still falls after 1,000 and sticks at 2 ln 2 in the end; a rate of 1e308 throws any of them out. */
    @Test
    void theNextStepFollowsFromWhatItCameTo() {
        String engines = " --engines hand,scalar";
        assertThat(commands(trained(4, 3000, 0.1)))
                .containsExactly("./handgrad trace xor-cross-entropy --seed 4 --epochs 3000");
        assertThat(commands(trained(1, 10_000, 0.1)))
                .containsExactly("./handgrad run xor-cross-entropy" + engines + " --seed 2");
        assertThat(commands(trained(1, 1000, 0.1)))
                .containsExactly("./handgrad run xor-cross-entropy" + engines + " --epochs 2000");
        assertThat(commands(trained(4, 10, 1e308)))
                .containsExactly(
                        "./handgrad run xor-cross-entropy --seed 4 --epochs 10" + engines + " --learning-rate 1.0E307");
    }

    @Test
    void theClosingTableHasARowARun() {
        Run run = trained(4, 3000, 0.1);
        String table = ClosingTable.of(
                        List.of(Row.of("xor-cross-entropy", List.of(run), 1.5), Row.of("twice", List.of(run, run), 12)))
                .plain(Screen.FILE, Screen.ENDLESS);
        assertThat(table.lines().map(line -> line.strip().replaceAll(" *\\| *", "|")))
                .containsExactly(
                        "name|verdict|learned|loss|time",
                        table.lines().toList().get(1).strip(),
                        "xor-cross-entropy|agree|yes|%s|1.50 s"
                                .formatted(Figures.of(run.shown().loss())),
                        "twice|agree|2 of 2||12 s");
    }
}
