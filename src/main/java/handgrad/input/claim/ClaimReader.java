package handgrad.input.claim;

import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Samples;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/** What a case claims: a gradient as it is, as the updates of a step, or as the parameters before and after it. */
final class ClaimReader {
    private final JsonFields root;
    private final Layout layout;
    private final Point theta;
    private final Samples samples;
    private final OptionalDouble rate;
    private final double sign;
    private final Network network;
    private final List<String> notes = new ArrayList<>();

    /** @param sign -1 where the gradient of a case points uphill */
    ClaimReader(JsonFields root, Layout layout, Point theta, Samples samples, OptionalDouble rate, double sign) {
        this.root = root;
        this.layout = layout;
        this.theta = theta;
        this.samples = samples;
        this.rate = rate;
        this.sign = sign;
        this.network = theta.network();
    }

    Optional<Claim> claim() {
        if (!root.has("claimed") && !root.has("after")) {
            return Optional.empty();
        }
        Optional<JsonFields> claimed =
                root.has("claimed") ? Optional.of(root.field("claimed").asClaimed()) : Optional.empty();
        claimed.ifPresent(json -> json.only(
                List.of("loss", "gradients", "updates", "fromStep", "layout", "inputs", "outputs", "activations")));
        var loss = claimed.isPresent() && claimed.get().has("loss")
                ? OptionalDouble.of(claimed.get().field("loss").number())
                : OptionalDouble.empty();
        double[] gradient = new double[network.size()];
        double[] subtracted = new double[network.size()];
        Set<Block> blocks =
                root.has("after") ? step(gradient, subtracted) : gradients(claimed.orElseThrow(), gradient, subtracted);
        Handed.Tensors tensors = claimed.map(json -> new TensorReader(
                                json, new SampleReader(root, layout, network), new PrintedPoint(theta, samples), sign)
                        .tensors())
                .orElse(Handed.Tensors.NONE);
        var handed = new Handed(blocks, subtracted, printed(blocks, gradient), lossError(loss), tensors, notes);
        return Optional.of(new Claim(loss, new Point(network, gradient), Optional.empty(), handed));
    }

    /** {@code (before - after) / rate}. */
    private Set<Block> step(double[] gradient, double[] subtracted) {
        Point after = new NetworkReader(root, layout).whole(network, "after");
        double eta = sign
                * rate.orElseThrow(
                        () -> root.field("after")
                                .wrong(
                                        "expected a field 'learningRate' beside it, found none: the gradient is (before - after) / learningRate"));
        for (int i = 0; i < gradient.length; i++) {
            double before = theta.values()[i];
            gradient[i] = (before - after.values()[i]) / eta;
            subtracted[i] = Math.max(Math.abs(before), Math.abs(after.values()[i])) / Math.abs(eta);
        }
        notes.add("The gradient is (before - after) / %s, with what that subtraction rounds.".formatted(eta));
        return new HashSet<>(network.blocks());
    }

    private Set<Block> gradients(JsonFields json, double[] gradient, double[] subtracted) {
        boolean updates = json.has("updates");
        boolean others = json.has("inputs") || json.has("outputs") || json.has("activations");
        if (!updates && !json.has("gradients") && others) {
            return Set.of();
        }
        JsonFields list = json.field(updates ? "updates" : "gradients");
        NetworkReader.checkCount(list, network.depth());
        NetworkReader.checkFields(list);
        Set<Block> blocks = new NetworkReader(root, layout).read(network, list.elements(), gradient);
        double factor = updates ? updates(list) : sign;
        if (factor < 0 && !updates) {
            notes.add("The claimed gradient points uphill, as the case says: it is judged with the opposite sign.");
        }
        for (int i = 0; factor != 1 && i < gradient.length; i++) {
            gradient[i] *= factor;
        }
        if (json.has("fromStep") && json.field("fromStep").flag()) {
            double eta = rate.orElseThrow(
                    () -> json.field("fromStep")
                            .wrong(
                                    "expected a field 'learningRate' in the case, found none: the gradient is (before - after) / learningRate"));
            for (int i = 0; i < subtracted.length; i++) {
                subtracted[i] = Math.abs(theta.values()[i] / eta);
            }
        }
        if (blocks.isEmpty() && !others) {
            throw list.wrong("expected the gradient of at least one parameter, found none");
        }
        return blocks;
    }

    private double updates(JsonFields list) {
        double eta = sign
                * rate.orElseThrow(
                        () -> list.wrong(
                                "expected a field 'learningRate' beside it, found none: the gradient is -update / learningRate"));
        notes.add("The gradient is the update over %s.".formatted(-eta));
        return -1 / eta;
    }

    private static double lossError(OptionalDouble loss) {
        double[] number = loss.stream().toArray();
        return Digits.of(number).map(digits -> digits.errors(number)[0]).orElse(0.0);
    }

    /** Where the claimed numbers have few digits, what that leaves open. */
    private Optional<Handed.Printed> printed(Set<Block> blocks, double[] gradient) {
        boolean step = root.has("after");
        double scale =
                rate.isPresent() && (step || root.field("claimed").has("updates")) ? Math.abs(rate.getAsDouble()) : 1;
        double[] shown = step
                ? IntStream.range(0, gradient.length)
                        .mapToDouble(i -> Math.abs(theta.values()[i]) > 0 ? theta.values()[i] : 0)
                        .toArray()
                : network.blocks().stream()
                        .filter(blocks::contains)
                        .flatMapToDouble(block -> Arrays.stream(gradient, block.offset(), block.end()))
                        .map(entry -> scale == 1 ? entry : shortened(entry * scale))
                        .toArray();
        return Digits.of(shown).map(digits -> {
            double[] errors = new double[gradient.length];
            for (int i = 0; i < errors.length; i++) {
                errors[i] = (step ? 2 * digits.errors(theta.values()[i])[0] : digits.errors(gradient[i] * scale)[0])
                        / scale;
            }
            return new Handed.Printed(digits.said(), errors, new PrintedPoint(theta, samples).errors(digits));
        });
    }

    /** An update again, without the rounding of a division and a multiplication. */
    private static double shortened(double value) {
        return Double.parseDouble("%.14e".formatted(value));
    }
}
