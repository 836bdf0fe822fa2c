package handgrad.input.program;

import handgrad.InputException;
import handgrad.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a command, split as a shell splits them, quotes included, but without a shell.
 *
 * @param folder that it is started in
 */
record Command(List<String> words, Path folder) {
    private static final Pattern WORD = Pattern.compile("(?:[^\\s\"']++|\"[^\"]*+\"|'[^']*+')++");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*+)\"|'([^']*+)'");

    /** @throws InputException if there is no word, or a quotation mark without its other half */
    static Command of(String line, Path folder) {
        List<String> words =
                WORD.matcher(line).results().map(word -> unquoted(word.group())).toList();
        if (!WORD.matcher(line).replaceAll("").isBlank()) {
            throw new InputException("expected a quotation mark at the end of what is quoted, found none in %s"
                    .formatted(Shown.text(line)));
        }
        if (words.isEmpty()) {
            throw new InputException("expected a command, such as \"python3 mine.py\", found none");
        }
        return new Command(words, folder);
    }

    private static String unquoted(String word) {
        return QUOTED.matcher(word)
                .replaceAll(
                        quote -> Matcher.quoteReplacement(quote.group(1) == null ? quote.group(2) : quote.group(1)));
    }

    /** The file that an interpreter is told to run, else the command itself: {@code mine.py}. */
    String name() {
        String named = words.stream().skip(1).filter(this::isFile).findFirst().orElse(words.get(0));
        return Shown.text(named.replaceFirst(".*[/\\\\](?=.)", ""));
    }

    private boolean isFile(String word) {
        try {
            return Files.isRegularFile(folder.resolve(word));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * @param marks variables of its environment, beside those of this program
     * @throws InputException if it cannot be started
     */
    Process start(Map<String, String> marks) {
        var builder = new ProcessBuilder(words);
        builder.directory(folder.toFile());
        builder.environment().putAll(marks);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new InputException("'%s' cannot be started: %s".formatted(Shown.text(words.get(0)), reason(e)), e);
        }
    }

    private String reason(IOException e) {
        String said = String.valueOf(e.getMessage());
        if (isFile(words.get(0))) {
            return "it is no program by itself; expected a command, such as \"python3 mine.py\"";
        }
        // The words of this message are not the same on every JDK.
        return said.matches("(?s).*error[:=] ?2\\b.*") ? "there is no such command" : Shown.text(said);
    }
}
