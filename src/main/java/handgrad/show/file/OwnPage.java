package handgrad.show.file;

import handgrad.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** Tells the pages of this program from other files, by what stands in their heads. */
public final class OwnPage {
    private static final String MARK = "content=\"Handgrad ";

    /** As much of a file as is read: the mark follows a page's policy. */
    private static final int BEGINNING = 4096;

    private OwnPage() {}

    /**
     * Makes sure that a page may be written there.
     *
     * @throws InputException if there is something else of that name, which would be lost
     */
    public static void checkReplaceable(Path file) {
        if (!mayReplace(file, "")) {
            throw new InputException("%s: is no page of this program's, and is left as it is".formatted(file));
        }
    }

    /**
     * Whether there is nothing of that name, or an older page of a kind.
     *
     * @param kind as its head calls it
     */
    public static boolean mayReplace(Path file, String kind) {
        return !Files.exists(file, LinkOption.NOFOLLOW_LINKS) || isOwn(file, kind);
    }

    private static boolean isOwn(Path file, String kind) {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8).contains(MARK + kind);
        } catch (IOException e) {
            return false;
        }
    }
}
