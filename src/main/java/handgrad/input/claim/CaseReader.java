package handgrad.input.claim;

import handgrad.InputException;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Samples;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Makes a case of the fields of a document; the shapes of layers and batch come before the first number. */
final class CaseReader {
    private static final List<String> FIELDS = List.of(
            "name",
            "layers",
            "loss",
            "reduction",
            "penalty",
            "x",
            "y",
            "upstream",
            "claimed",
            "learningRate",
            "direction",
            "before",
            "after",
            "layout");
    /** Fields that say the same thing in two ways. */
    private static final List<List<String>> CONTRADICTORY =
            List.of(List.of("upstream", "loss"), List.of("upstream", "reduction"), List.of("upstream", "y"));

    private final JsonFields root;

    CaseReader(JsonFields root) {
        this.root = root;
    }

    /** Which way a claimed gradient, or a step, goes. */
    private enum Direction implements handgrad.Named {
        DESCENT,
        ASCENT
    }

    /** @throws InputException if anything is wrong; the message names the file and the field */
    Case read() {
        root.only(FIELDS);
        CONTRADICTORY.forEach(pair -> refuse(root, pair.get(0), root, pair.get(1)));
        for (String step : List.of("before", "after")) {
            if (root.has("claimed")) {
                refuse(root, step, root.field("claimed"), "gradients");
                refuse(root, step, root.field("claimed"), "updates");
            }
        }
        if (root.has("before") && !root.has("after")) {
            throw root.field("before").wrong("expected a field 'after' beside it, found none");
        }
        if (root.has("claimed")) {
            refuse(root.field("claimed"), "gradients", root.field("claimed"), "updates");
        }
        Layout layout = Layout.of(root, Layout.USUAL);
        Layout claimed = root.has("claimed") ? Layout.of(root.field("claimed"), layout) : layout;
        try {
            return read(layout, claimed);
        } catch (InputException e) {
            if (!(e.getCause() instanceof Place.Misshapen)) {
                throw e;
            }
            throw new InputException(e.getMessage() + fitting(layout), e);
        }
    }

    private static void refuse(JsonFields one, String name, JsonFields other, String otherName) {
        if (one.has(name) && other.has(otherName)) {
            throw one.field(name)
                    .wrong("expected none beside '%s', found both"
                            .formatted(other.field(otherName).path()));
        }
    }

    /** The layouts in which every shape fits. */
    private String fitting(Layout tried) {
        List<Layout> fitting =
                Layout.all().stream().filter(layout -> fits(layout, layout)).toList();
        if (!fitting.isEmpty()) {
            return said(fitting, "");
        }
        List<Layout> claimed =
                Layout.all().stream().filter(layout -> fits(tried, layout)).toList();
        return claimed.isEmpty() ? "" : said(claimed, " in \"claimed\"");
    }

    private static String said(List<Layout> fitting, String where) {
        String all = fitting.stream()
                // Others differ where this file does not.
                .filter(layout -> layout.samples() == fitting.get(0).samples()
                        && layout.weights() == fitting.get(0).weights()
                        && layout.folded() == fitting.get(0).folded())
                .map(layout -> layout.equals(Layout.USUAL) ? "no \"layout\"" : layout.declared())
                .collect(Collectors.joining(" or "));
        return "; every shape of the file fits with %s%s: declare that if your numbers lie so".formatted(all, where);
    }

    private boolean fits(Layout layout, Layout claimed) {
        try {
            read(layout, claimed);
            return true;
        } catch (InputException e) {
            return false;
        }
    }

    private Case read(Layout layout, Layout claimed) {
        var networks = new NetworkReader(root, layout);
        Network network = networks.network();
        Samples samples = new SampleReader(root, layout, network).samples();
        Point theta = networks.parameters(network);
        if (root.has("before") && !networks.whole(network, root.field("before")).equals(theta)) {
            throw root.field("before")
                    .wrong(
                            "expected the weights and biases of 'layers', found others: leave them out in one of the two places");
        }
        double sign =
                root.has("direction") && KnownNames.of(Direction.class, root.field("direction")) == Direction.ASCENT
                        ? -1
                        : 1;
        OptionalDouble rate = learningRate();
        Optional<Claim> claim = new ClaimReader(ClaimSource.of(root), claimed, theta, samples, rate, sign).claim();
        String name = root.has("name") ? root.field("name").text() : root.file();
        OptionalDouble step = rate.isPresent() ? OptionalDouble.of(Math.abs(rate.getAsDouble())) : rate;
        return new Case(name, theta, samples, claim, step, new PenaltyReader(root).penalty(samples.n()));
    }

    /** Below 0 it says that a step went uphill. */
    private OptionalDouble learningRate() {
        if (!root.has("learningRate")) {
            return OptionalDouble.empty();
        }
        JsonFields json = root.field("learningRate");
        double rate = json.number();
        boolean step = root.has("after")
                || (root.has("claimed") && root.field("claimed").has("updates"));
        if (rate == 0 || (rate < 0 && !step)) {
            throw json.wrong("expected a number above 0, found " + rate);
        }
        return OptionalDouble.of(rate);
    }
}
