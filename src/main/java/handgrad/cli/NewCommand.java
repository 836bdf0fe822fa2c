package handgrad.cli;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.show.file.ResultsFolder;
import handgrad.show.text.Sheet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code handgrad new}. */
@Command(
        name = "new",
        description = "Writes a file to write your own gradient in, with the forward pass done.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class)
final class NewCommand implements Runnable {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");

    /** Words that Java keeps from being names of classes, though they are identifiers. */
    private static final Set<String> NO_CLASS = Set.of("var", "record", "yield", "sealed", "permits");

    @Parameters(
            paramLabel = "NAME",
            description = {
                "The file, by its ending a program in Python (.py), JavaScript (.js), C++ (.cpp), Java (.java) or Rust (.rs)"
                        + " that 'verify --program' asks, such as mine.py.",
                "Without an ending the name of a Java class that 'verify' runs itself, such as MyBackprop."
            })
    private String name;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "",
            description = "Folder to write to, made where it is missing. Default: the current one.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    /** @throws InputException if the name is none for such a file, or the file exists or cannot be written */
    @Override
    public void run() {
        int dot = name.lastIndexOf('.');
        String stem = dot < 0 ? name : name.substring(0, dot);
        Starter starter = Starter.of(name.substring(stem.length()));
        check(starter, stem);
        Path file = folder.resolve(starter.file(stem));
        if (Files.exists(file)) {
            throw new InputException("%s: exists already, expected a name that is free".formatted(file));
        }
        ResultsFolder.write("--dir", file, starter.template().replace("NAME", stem));
        var out = spec.commandLine().getOut();
        var sheet = new Sheet(Handgrad.screen(spec))
                .say("Wrote %s. Its gradient is all zeros yet; this says how far it is from right:".formatted(file))
                .gap();
        starter.commands(file, stem).forEach(command -> sheet.command(2, command));
        out.print(sheet);
        out.flush();
    }

    private void check(Starter starter, String stem) {
        if (starter.java() && (!SourceVersion.isName(stem) || stem.contains(".") || NO_CLASS.contains(stem))) {
            throw new InputException(
                    "'%s': expected the name of a Java class, such as MyBackprop".formatted(Shown.text(name)));
        }
        if (!starter.java() && !PLAIN.matcher(stem).matches()) {
            throw new InputException("'%s': expected a name of letters, digits, _ and -, such as %s"
                    .formatted(Shown.text(name), starter.file("mine")));
        }
        // A class hides another one of its name, a Python file a module.
        String taken = starter.java() ? "\\b%s\\b" : "\\bimport .*\\b%s\\b";
        if (Pattern.compile(taken.formatted(Pattern.quote(stem)))
                .matcher(starter.template())
                .find()) {
            throw new InputException("'%s': the %s uses this name itself, expected another"
                    .formatted(name, starter.java() ? "class" : "program"));
        }
    }
}
