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

/** What a case claims: a gradient as it is, as the updates of a step, or as the parameters before and after it. */
final class ClaimReader {
    private final ClaimSource source;
    private final Layout layout;
    private final Point theta;
    private final Samples samples;
    private final OptionalDouble rate;
    private final double sign;
    private final Network network;
    private final List<String> notes = new ArrayList<>();

    /** @param sign -1 where the gradient of a case points uphill */
    ClaimReader(ClaimSource source, Layout layout, Point theta, Samples samples, OptionalDouble rate, double sign) {
        this.source = source;
        this.layout = layout;
        this.theta = theta;
        this.samples = samples;
        this.rate = rate;
        this.sign = sign;
        this.network = theta.network();
    }

    Optional<Claim> claim() {
        Optional<JsonFields> claimed = source.claimed();
        if (claimed.isEmpty() && source.after().isEmpty()) {
            return Optional.empty();
        }
        claimed.ifPresent(json -> json.only(
                List.of("loss", "gradients", "updates", "fromStep", "layout", "inputs", "outputs", "activations")));
        var loss = claimed.isPresent() && claimed.get().has("loss")
                ? OptionalDouble.of(claimed.get().field("loss").number())
                : OptionalDouble.empty();
        double[] gradient = new double[network.size()];
        double[] subtracted = new double[network.size()];
        boolean step = source.after().isPresent();
        Set<Block> blocks = step ? step(gradient, subtracted) : gradients(claimed.orElseThrow(), gradient, subtracted);
        Optional<Handed.Printed> printed = printed(step, blocks, gradient, loss);
        Handed.Tensors tensors = claimed.map(json -> new TensorReader(
                                json,
                                new SampleReader(source.root(), layout, network),
                                new PrintedPoint(theta, samples),
                                printed.map(Handed.Printed::of),
                                sign)
                        .tensors())
                .orElse(Handed.Tensors.NONE);
        var handed = new Handed(blocks, subtracted, printed, lossError(loss, printed), tensors, notes);
        return Optional.of(new Claim(loss, new Point(network, gradient), Optional.empty(), handed));
    }

    /** {@code (before - after) / rate}. */
    private Set<Block> step(double[] gradient, double[] subtracted) {
        JsonFields json = source.after().orElseThrow();
        Point after = networks().whole(network, json);
        double eta = sign
                * rate.orElseThrow(
                        () -> json.wrong(
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
        Set<Block> blocks = networks().read(network, list.elements(), gradient);
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

    private NetworkReader networks() {
        return new NetworkReader(source.root(), layout);
    }

    private double updates(JsonFields list) {
        double eta = sign
                * rate.orElseThrow(
                        () -> list.wrong(
                                "expected a field 'learningRate' beside it, found none: the gradient is -update / learningRate"));
        notes.add("The gradient is the update over %s.".formatted(-eta));
        return -1 / eta;
    }

    /** A single number does not show how it was printed: it is as those of the gradient, or for itself. */
    private static double lossError(OptionalDouble loss, Optional<Handed.Printed> printed) {
        double[] number = loss.stream().toArray();
        double own = Digits.of(number).map(digits -> digits.errors(number)[0]).orElse(0.0);
        return number.length == 0
                ? 0
                : Math.max(own, printed.map(one -> one.of().errors(number)[0]).orElse(0.0));
    }

    private Optional<Handed.Printed> printed(boolean step, Set<Block> blocks, double[] gradient, OptionalDouble loss) {
        if (step) {
            return printed(networks().whole(network, source.after().orElseThrow()), rate.orElseThrow());
        }
        boolean updates = source.claimed().orElseThrow().has("updates");
        if (Arrays.stream(gradient).allMatch(entry -> entry == 0)) {
            // Zeros do not show how they were printed.
            return Digits.of(loss.stream().toArray()).map(digits -> printed(digits, new double[gradient.length]));
        }
        return printed(blocks, gradient, updates ? Math.abs(rate.orElseThrow()) : 1);
    }

    /** Where the claimed numbers have few digits, what that leaves open. */
    private Optional<Handed.Printed> printed(Set<Block> blocks, double[] gradient, double scale) {
        double[] shown = network.blocks().stream()
                .filter(blocks::contains)
                .flatMapToDouble(block -> Arrays.stream(gradient, block.offset(), block.end()))
                .map(entry -> scale == 1 ? entry : shortened(entry * scale))
                .toArray();
        return Digits.of(shown).map(digits -> {
            double[] errors = Arrays.stream(gradient)
                    .map(entry -> digits.errors(entry * scale)[0] / scale)
                    .toArray();
            return printed(digits, errors);
        });
    }

    private Handed.Printed printed(Digits digits, double... errors) {
        return new Handed.Printed(digits, errors, new PrintedPoint(theta, samples).errors(digits));
    }

    /** The same of parameters after a step: theirs, and where those before it were printed too, those. */
    private Optional<Handed.Printed> printed(Point after, double eta) {
        return Digits.of(after.values()).map(digits -> {
            double[] errors = digits.errors(after.values());
            double[] before = Digits.of(theta.values())
                    .map(own -> own.errors(theta.values()))
                    .orElseGet(() -> new double[errors.length]);
            for (int i = 0; i < errors.length; i++) {
                errors[i] = (errors[i] + before[i]) / Math.abs(eta);
            }
            return printed(digits, errors);
        });
    }

    /** An update again, without the rounding of a division and a multiplication. */
    private static double shortened(double value) {
        return Double.parseDouble("%.14e".formatted(value));
    }
}
