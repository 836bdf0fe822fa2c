package handgrad.cli;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.program.Limits;
import handgrad.input.program.Program;
import handgrad.input.program.ProgramList;
import handgrad.network.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was handed in, in one folder: its case files, its Java source files, and the programs that its {@code handgrad.json} names. */
record Submissions(Path folder, Precision precision, Limits limits) {
    /**
     * By name; the programs last, as they are listed.
     *
     * @throws InputException if there is none, or the folder or its list of programs cannot be read
     */
    List<Submitted> all() {
        var found = new ArrayList<Submitted>();
        for (Path file : files()) {
            submission(file).ifPresent(found::add);
        }
        for (Map.Entry<String, String> program : ProgramList.in(folder).entrySet()) {
            found.add(new Submitted.Spoken(
                    program.getKey(),
                    () -> Program.start(program.getValue(), folder, limits, remark -> {}),
                    precision));
        }
        if (found.isEmpty()) {
            throw new InputException(
                    "%s: nothing to judge in this folder: expected case files (NAME.json), Java source files (NAME.java), or programs in %s"
                            .formatted(Shown.text(folder.toString()), ProgramList.FILE));
        }
        return found;
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new InputException("%s: cannot be read".formatted(Shown.text(folder.toString())), e);
        }
    }

    private Optional<Submitted> submission(Path file) {
        String name = file.getFileName().toString();
        if (name.startsWith(".") || name.equals(ProgramList.FILE)) {
            return Optional.empty();
        }
        if (Subjects.isClass(name)) {
            var process = new ClassProcess(file, precision, limits.answer(), limits.whole());
            return Optional.of(new Submitted.Written(name, process));
        }
        return name.endsWith(".json") ? Optional.of(new Submitted.Claimed(name, file, precision)) : Optional.empty();
    }
}
