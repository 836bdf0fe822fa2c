package handgrad.show.page;

import handgrad.lab.result.Provenance;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/** The scripts and styles of a page, from the class path. */
final class PageAssets {
    private static final String OWN = "/handgrad/";
    private static final String LIBRARIES = "/META-INF/resources/webjars/";

    /** In the order in which they run. */
    private static final List<String> SCRIPTS = List.of(
            "page/dom",
            "page/numbers",
            "page/theme",
            "page/csv",
            "page/tables",
            "page/lazy",
            "page/hover",
            "page/charts",
            "page/panels",
            "page/losses",
            "page/badges",
            "page/checks",
            "page/formulas",
            "page/mistake",
            "page/stations",
            "page/entries",
            "page/heat",
            "page/maps",
            "page/layers",
            "page/scores",
            "page/fit",
            "page/confusion",
            "page/pictures",
            "page/neurons",
            "page/surface",
            "page/details",
            "page/page");

    private static final List<String> STYLES =
            List.of("page/page", "page/charts", "page/parts", "page/mistake", "page/print");

    private PageAssets() {}

    /** Three texts: the two libraries, and all of our own. */
    static List<String> scripts() {
        Properties versions = Provenance.versions();
        return List.of(
                library("chart.js", versions.getProperty("chartjs"), "chart.umd.min.js"),
                library("chartjs-plugin-zoom", versions.getProperty("chartjs-zoom"), "chartjs-plugin-zoom.min.js"),
                texts(SCRIPTS, ".js"));
    }

    static String styles() {
        return texts(STYLES, ".css");
    }

    /** Texts of our own, one below the other. */
    static String texts(List<String> names, String ending) {
        return names.stream().map(name -> text(OWN + name + ending)).collect(Collectors.joining("\n", "\n", ""));
    }

    /** What the browser may load and run: these scripts, the styles in the page, some pictures. */
    static String policy(List<String> scripts, String pictures) {
        String hashes = scripts.stream().map(script -> "'" + hash(script) + "'").collect(Collectors.joining(" "));
        return "default-src 'none'; script-src " + hashes + "; style-src 'unsafe-inline'; img-src " + pictures
                + "; base-uri 'none'; form-action 'none'";
    }

    /** How a content security policy names a script. */
    static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    /** A library as it is shipped, but for the address of its source map, which is not there. */
    private static String library(String name, String version, String file) {
        return text(LIBRARIES + name + "/" + version + "/dist/" + file).replaceAll("(?m)^//# sourceMappingURL=.*$", "");
    }

    /** A text on the class path that may stand in a script or style element. */
    private static String text(String path) {
        try (InputStream stream = PageAssets.class.getResourceAsStream(path)) {
            if (stream == null) {
                throw new IllegalStateException("not on the class path: " + path);
            }
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
            String lower = text.toLowerCase(Locale.ROOT);
            if (lower.contains("</script") || lower.contains("</style") || lower.contains("<!--")) {
                throw new IllegalStateException("would end the element that it stands in: " + path);
            }
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
