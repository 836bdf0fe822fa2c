package handgrad.show.text;

import java.util.Optional;

/**
 * What a text is written on.
 *
 * @param width how many characters a line may have; {@link #ENDLESS} where nothing limits it
 * @param terminal whether somebody sees it while it is written
 * @param colour whether colours are seen
 */
public record Screen(int width, boolean terminal, boolean colour) {
    public static final int ENDLESS = Integer.MAX_VALUE;

    /** A file, or another program that reads: a sentence a line, no colours. */
    public static final Screen FILE = new Screen(ENDLESS, false, false);

    /** What a reader's eye should find first. */
    public enum Tone {
        GOOD("32"),
        BAD("1;31"),
        UNSURE("33"),
        STRONG("1");

        private final String code;

        Tone(String code) {
            this.code = code;
        }

        /** That of a verdict by itself, as it stands in the cell of a table. */
        static Optional<Tone> of(String verdict) {
            return Optional.ofNullable(
                    switch (verdict) {
                        case "pass", "yes", "agree", "same" -> GOOD;
                        case "FAIL", "NO", "WRONG", "DIFFERS", "diverged", "not finite" -> BAD;
                        case "undecided", "not judged", "not yet", "stuck", "differ", "kink" -> UNSURE;
                        default -> null;
                    });
        }
    }

    /** In a tone, where colours are seen. */
    public String in(Tone tone, String text) {
        return colour ? "\u001B[%sm%s\u001B[0m".formatted(tone.code, text) : text;
    }

    /** In the tone of the verdict that it is, if it is one. */
    public String toned(String verdict) {
        return Tone.of(verdict.strip()).map(tone -> in(tone, verdict)).orElse(verdict);
    }
}
