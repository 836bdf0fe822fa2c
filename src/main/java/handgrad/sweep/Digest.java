package handgrad.sweep;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of numbers by their 64 bits each, cut to its first 64 bits. */
final class Digest {
    private final MessageDigest digest;

    Digest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    void add(double... numbers) {
        var bytes = ByteBuffer.allocate(Double.BYTES * numbers.length);
        for (double number : numbers) {
            bytes.putLong(Double.doubleToRawLongBits(number));
        }
        digest.update(bytes.array());
    }

    long bits() {
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    String hex() {
        return HexFormat.of().toHexDigits(bits());
    }
}
