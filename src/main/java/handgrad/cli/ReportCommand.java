package handgrad.cli;

import handgrad.Figures;
import handgrad.InputException;
import handgrad.show.file.OwnPage;
import handgrad.show.file.ResultsFolder;
import handgrad.show.page.Neighbours;
import handgrad.show.page.Page;
import handgrad.show.page.PageRecord;
import handgrad.show.page.Records;
import handgrad.show.page.ResultsIndex;
import handgrad.show.text.Screen;
import handgrad.show.text.Sheet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handgrad report}. */
@Command(
        name = "report",
        description = "Makes the pages of a folder of results anew, without training. From their records (page.json): "
                + "report.html beside each, and index.html over all. Traces (trace.html) and pictures are left as they are: "
                + "a run makes them. Exit code 0: all, 2: some were skipped, or the input is wrong.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class)
final class ReportCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "results",
            description = "Folder of the reports. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    @Option(names = "--open", description = "Open the index in the system's browser.")
    private boolean open;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        check(folder);
        var results = ResultsFolder.at("report", folder);
        var skipped = new ArrayList<String>();
        PrintWriter err = spec.commandLine().getErr();
        Screen screen = Handgrad.screen(spec);
        Records records = Working.during("making pages", screen, new Pace(), err, () -> pages(results, skipped));
        Path index = results.path().resolve(ResultsIndex.FILE);
        var complaints = new Sheet(screen);
        skipped.forEach(sentence -> complaints.say("handgrad: " + sentence));
        PrintWriter out = spec.commandLine().getOut();
        out.print(new Sheet(screen)
                .say("%s, %d skipped. Index: %s"
                        .formatted(Figures.count(records.all().size(), "record"), skipped.size(), index)));
        if (open && !Browser.open(index)) {
            complaints.say("handgrad: found no browser to open it with; open " + index.toAbsolutePath());
        }
        out.flush();
        err.print(complaints);
        err.flush();
        return skipped.isEmpty() ? ExitCode.OK : ExitCode.USAGE;
    }

    private Records pages(ResultsFolder results, List<String> skipped) {
        Records.in(folder).all().forEach(record -> page(results, record, skipped));
        // Once more, since the pages that the index leads to are there only now.
        Records records = Records.in(folder);
        skipped.addAll(records.complaints());
        ResultsIndex.write(results, records);
        return records;
    }

    private void page(ResultsFolder results, PageRecord record, List<String> skipped) {
        Path beside = folder.resolve(record.folder());
        Path file = beside.resolve(Page.DATA);
        try {
            OwnPage.checkReplaceable(beside.resolve(Page.FILE));
            results.sub(record.folder().toString())
                    .write(
                            Page.FILE,
                            Page.read(file)
                                    .html(Neighbours.within(folder, beside).of(Page.FILE)));
        } catch (InputException e) {
            skipped.add(e.getMessage());
        } catch (RuntimeException e) {
            // A record may be damaged in as many ways as it has fields; the other pages are made all the same.
            skipped.add(Records.complaint(file, "no page can be made of it (%s)".formatted(e)));
        }
    }

    private static void check(Path folder) {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (Files.exists(folder)) {
            throw new InputException("report %s: expected a folder, this is a file".formatted(folder));
        }
        Path name = folder.getFileName();
        Path above = folder.toAbsolutePath().getParent();
        if (name == null || name.toString().isEmpty()) {
            throw new InputException("report: expected the name of a folder, found none");
        }
        if (above == null || !Files.isDirectory(above)) {
            throw new InputException("report %s: there is no such folder".formatted(folder));
        }
        throw InputException.unknown("folder", name.toString(), folders(above));
    }

    private static List<String> folders(Path above) {
        try (Stream<Path> entries = Files.list(above)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
