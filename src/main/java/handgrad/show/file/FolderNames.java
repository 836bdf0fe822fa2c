package handgrad.show.file;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of folders made of names from outside: they stay inside their folder, and no two are the same. */
public final class FolderNames {
    /** Of up to three bytes each; many a file system allows 255. */
    private static final int LONGEST = 80;

    private final Set<String> taken = new HashSet<>();

    /** Letters of any script, digits, '.', '_' and '-'; with a number where the name has been given before. */
    public String of(String name) {
        String folder = plain(name);
        String free = folder;
        // Some file systems take A and a for the same.
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = folder + "-" + i;
        }
        return free;
    }

    private static String plain(String name) {
        String composed =
                Normalizer.normalize(name.substring(0, Math.min(name.length(), 4 * LONGEST)), Normalizer.Form.NFC);
        String safe = trimmed(composed.replaceAll("[^\\p{L}\\p{M}\\p{Nd}._-]+", "-"));
        if (safe.length() > LONGEST) {
            int end = Character.isHighSurrogate(safe.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            safe = trimmed(safe.substring(0, end));
        }
        return safe.isEmpty() ? "unnamed" : safe;
    }

    /** Dots in front hide a folder or lead out of one; some systems drop those at the end. */
    private static String trimmed(String name) {
        return name.replaceAll("^[.]+|[.]+$", "");
    }
}
