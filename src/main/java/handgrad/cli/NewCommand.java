package handgrad.cli;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.show.file.ResultsFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        description = "Writes NAME.java: a class to write your own gradient in, with the forward pass done.",
        mixinStandardHelpOptions = true,
        versionProvider = Handgrad.Version.class)
final class NewCommand implements Runnable {
    private static final String SKELETON = "skeleton.java.txt";

    /** Words that Java keeps from being names of classes, though they are identifiers. */
    private static final Set<String> NO_CLASS = Set.of("var", "record", "yield", "sealed", "permits");

    @Parameters(paramLabel = "NAME", description = "Name of the class, such as MyBackprop.")
    private String name;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "",
            description = "Folder to write to, made where it is missing. Default: the current one.")
    private Path folder;

    @Spec
    private CommandSpec spec;

    /** @throws InputException if the name is none for a class, or the file exists or cannot be written */
    @Override
    public void run() {
        String skeleton = skeleton();
        if (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name) || NO_CLASS.contains(name)) {
            throw new InputException(
                    "'%s': expected the name of a Java class, such as MyBackprop".formatted(Shown.text(name)));
        }
        if (Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                .matcher(skeleton)
                .find()) {
            throw new InputException("'%s': the class uses this name itself, expected another".formatted(name));
        }
        Path file = folder.resolve(name + ".java");
        if (Files.exists(file)) {
            throw new InputException("%s: exists already, expected a name that is free".formatted(file));
        }
        ResultsFolder.write("--dir", file, skeleton.replace("NAME", name));
        var out = spec.commandLine().getOut();
        out.printf("Wrote %s. Its gradient is all zeros yet; this says how far it is from right:%n%n", file);
        out.printf("  ./handgrad verify %s%n", file);
        out.flush();
    }

    private static String skeleton() {
        try (InputStream in = NewCommand.class.getResourceAsStream(SKELETON)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
