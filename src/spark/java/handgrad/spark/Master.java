package handgrad.spark;

import handgrad.InputException;
import handgrad.Shown;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The address of a cluster: whether it is one, and whether anybody answers there, before Spark waits for it for minutes. */
final class Master {
    private static final Pattern STANDALONE = Pattern.compile("spark://([^:/,]+):(\\d{1,5})");
    private static final Pattern LOCAL = Pattern.compile("local-cluster\\[\\d+,\\d+,\\d+]|local\\[(\\d+|\\*)]");
    private static final int PATIENCE_MILLIS = 5000;
    private static final int PORTS = 65_535;

    private Master() {}

    /** @throws InputException if it is no address, or nobody answers */
    static void check(String master) {
        Matcher parts = STANDALONE.matcher(master);
        if (LOCAL.matcher(master).matches()) {
            return;
        }
        if (!parts.matches() || Integer.parseInt(parts.group(2)) > PORTS) {
            throw new InputException("--master %s: expected spark://HOST:PORT or local-cluster[WORKERS,CORES,MB]"
                    .formatted(Shown.text(master)));
        }
        reached(parts.group(1), Integer.parseInt(parts.group(2))).ifPresent(reason -> {
            throw new InputException("--master %s: cannot be reached within %d s, %s; what is done is kept"
                    .formatted(master, PATIENCE_MILLIS / 1000, reason));
        });
    }

    /** Why not. */
    private static Optional<String> reached(String host, int port) {
        var address = new InetSocketAddress(host, port);
        if (address.isUnresolved()) {
            return Optional.of("no machine of that name is known");
        }
        try (var socket = new Socket()) {
            socket.connect(address, PATIENCE_MILLIS);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(e.getMessage());
        }
    }
}
