package handgrad.input.program;

import handgrad.InputException;
import handgrad.Shown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.StringTokenizer;
import org.apache.commons.text.matcher.StringMatcherFactory;

/** The words of a command, parted as a shell does it, quotes included, but without a shell. */
record Command(List<String> words) {
    /** @throws InputException if there is no word */
    static Command of(String line) {
        var tokenizer = new StringTokenizer(line, StringMatcherFactory.INSTANCE.splitMatcher());
        tokenizer.setQuoteMatcher(StringMatcherFactory.INSTANCE.quoteMatcher());
        List<String> words = tokenizer.getTokenList();
        if (words.isEmpty()) {
            throw new InputException("expected a command, such as \"python3 mine.py\", found none");
        }
        return new Command(List.copyOf(words));
    }

    /** The file that an interpreter is told to run, else the command itself: {@code mine.py}. */
    String name() {
        String named =
                words.stream().skip(1).filter(Command::isFile).findFirst().orElse(words.get(0));
        return Shown.text(named.replaceFirst(".*[/\\\\](?=.)", ""));
    }

    private static boolean isFile(String word) {
        try {
            return Files.isRegularFile(Path.of(word));
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
        return said.contains("error=2,") ? "there is no such command" : Shown.text(said);
    }
}
