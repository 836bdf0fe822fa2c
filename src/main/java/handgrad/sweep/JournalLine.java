package handgrad.sweep;

import handgrad.train.Outcome.Ending;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/** A run as a line of the journal, {@code run,loss,score,epochs,ending,digest,check}; the check is the CRC-32 of what stands before. */
final class JournalLine {
    private static final int PARTS = 7;

    private JournalLine() {}

    /** Without the end of the line. */
    static String of(Finished run) {
        String text = "%d,%s,%s,%d,%s,%s"
                .formatted(
                        run.run(),
                        run.loss(),
                        run.score(),
                        run.epochs(),
                        run.ending().id(),
                        HexFormat.of().toHexDigits(run.digest()));
        return text + "," + check(text);
    }

    /** Empty where the line is not whole. */
    static Optional<Finished> read(String line) {
        int last = line.lastIndexOf(',');
        if (last < 0 || !line.substring(last + 1).equals(check(line.substring(0, last)))) {
            return Optional.empty();
        }
        String[] parts = line.split(",", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        for (Ending ending : Ending.values()) {
            if (ending.id().equals(parts[4])) {
                return Optional.of(new Finished(
                        Long.parseLong(parts[0]),
                        Double.parseDouble(parts[1]),
                        Double.parseDouble(parts[2]),
                        Integer.parseInt(parts[3]),
                        ending,
                        HexFormat.fromHexDigitsToLong(parts[5])));
            }
        }
        return Optional.empty();
    }

    private static String check(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
