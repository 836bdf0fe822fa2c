package handgrad.show.file;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Names the folder of a run: by its experiment, and by what was asked of it beyond that, as on the command line,
 * {@code xor-cross-entropy--seed-4--hidden-5_4}. Other words give another name, also where a system takes A and a for the same.
 */
public final class RunFolder {
    /** Letters of a name; a path on Windows has 260 in all. */
    private static final int LONGEST = 80;

    /** Values that can be read back from a name; a comma becomes an underscore there. */
    private static final Pattern PLAIN = Pattern.compile("[a-z0-9]+([-.,][a-z0-9]+)*");

    private static final int DIGEST_BYTES = 4;

    private RunFolder() {}

    /**
     * The name; where values have letters that a name cannot keep, or where it would be too long, a digest of all words ends it.
     *
     * @param words options, which begin with two hyphens, and their values
     */
    public static String name(String experiment, List<String> words) {
        var name = new StringBuilder(experiment);
        boolean whole = true;
        for (String word : words) {
            if (word.startsWith("--") && PLAIN.matcher(word.substring(2)).matches()) {
                name.append(word);
            } else {
                whole &= PLAIN.matcher(word).matches();
                name.append('-').append(readable(word));
            }
        }
        if (whole && name.length() <= LONGEST) {
            return name.toString();
        }
        String end = "--" + digest(String.join("\0", words));
        return name.substring(0, Math.min(name.length(), LONGEST - end.length())) + end;
    }

    /** Of a path its last name; of anything what is safe everywhere. */
    private static String readable(String word) {
        String last = word.replaceAll(".*[/\\\\](?=.)", "");
        return last.replace(',', '_').replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("-+$", "");
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
