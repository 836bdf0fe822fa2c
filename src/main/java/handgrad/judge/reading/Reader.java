package handgrad.judge.reading;

import handgrad.network.Point;
import handgrad.network.Samples;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Finds what a program computed, from the output down, block by block: of each weight gradient its two factors and scale, of
 * each bias its reduction, of each delta what came down, through which matrix, times which factor. Own gradient and what goes
 * down are read separately, since a factor may be on one path only. Because layers are explained one at a time, several mistakes
 * at once cost little more than one.
 */
public final class Reader {
    /** Readings of about the same likelihood. */
    private static final double ABOUT = 0.35;

    private static final int SHOWN = 3;

    private final Scene scene;
    private final Claim claim;

    /** @param learningRate of the update that the gradient was meant for, where it is known */
    public Reader(Point theta, Samples samples, OptionalDouble learningRate, Claim claim) {
        this.scene = new Scene(theta, samples, learningRate);
        this.claim = claim;
    }

    /**
     * What the program computed.
     *
     * @param causes of which all hold together, from the output down
     * @param residual of the fit, relative to the largest entry of a block
     */
    public record Reading(List<Cause> causes, double cost, double residual) {
        /** How many different mistakes there are. */
        long kinds() {
            return causes.stream().map(Cause::mistake).distinct().count();
        }
    }

    /** The likeliest first, and those that are about as likely; empty where a block is not explained. */
    public List<Reading> readings() {
        var whole = new SceneReading(scene, claim)
                .readings().stream()
                        .filter(reading -> !reading.causes().isEmpty())
                        .map(this::named)
                        .toList();
        return likeliest(whole.isEmpty() ? elsewhere() : whole);
    }

    /** On another scene than the declared one: where nothing else is wrong, or else with one more mistake. */
    private List<Reading> elsewhere() {
        if (isHere()) {
            return List.of();
        }
        var alone = OtherScene.all(scene)
                .flatMap(
                        other -> claim.fit(scene.network.blocks(), other.scene().gradient()).map(other::alone).stream())
                .toList();
        return alone.isEmpty()
                ? OtherScene.all(scene)
                        .flatMap(other -> other.readings(claim).stream())
                        .sorted(Comparator.comparingDouble(Reading::cost))
                        .toList()
                : alone;
    }

    /**
     * Whether the weights of the output layer, or the biases below it, have their right gradients: elsewhere they would have others.
     * The bias of the output says nothing, as it has the same sum of errors with the targets in another order.
     */
    private boolean isHere() {
        double[] right = scene.gradient();
        var biases = IntStream.range(0, scene.last).mapToObj(scene::bias).toList();
        return claim.fit(List.of(scene.weights(scene.last)), right).isPresent()
                || claim.fit(biases, right).isPresent();
    }

    /** Those that are about as likely as the first, but for other words for the same. */
    private List<Reading> likeliest(List<Reading> whole) {
        var shown = new ArrayList<Reading>();
        var signatures = new HashSet<List<String>>();
        for (Reading reading : whole) {
            boolean near = reading.cost() <= whole.get(0).cost() + ABOUT;
            if (near && shown.size() < SHOWN && signatures.add(signature(reading))) {
                shown.add(reading);
            }
        }
        return shown;
    }

    /** One sample with one output makes every fault of its delta a constant: there each mistake is named. */
    private List<String> signature(Reading reading) {
        boolean constant = scene.n == 1 && scene.nOut(scene.last) == 1;
        return reading.causes().stream()
                .map(cause -> constant ? cause.mistake() : cause.step().id())
                .distinct()
                .sorted()
                .toList();
    }

    /** A constant that makes the gradient as long as a round number is that of a clipped norm. */
    private Reading named(Reading reading) {
        Cause cause = reading.causes().get(0);
        double[] all = claim.values(scene.network.blocks());
        double norm = Math.sqrt(Matrices.dot(all, all));
        double round = Double.parseDouble("%.2e".formatted(norm));
        boolean clipped = reading.causes().size() == 1
                && cause.mistake().equals("wrong-scale")
                && cause.layer() == scene.last
                && cause.parameter().isEmpty()
                && Math.abs(norm - round) <= 1e-6 * norm;
        return clipped
                ? new Reading(
                        List.of(new Cause(
                                "clipped-by-norm",
                                Step.AFTERWARDS,
                                cause.layer(),
                                cause.parameter(),
                                "the whole gradient is scaled so that its norm is " + Scales.written(round),
                                "%s g / |g|".formatted(Scales.written(round)),
                                "g, the gradient itself")),
                        reading.cost(),
                        reading.residual())
                : reading;
    }

    /** What holds where nothing is found, a sentence a layer, from the output down. */
    public List<String> holds(Point right) {
        return Holds.of(claim, right);
    }
}
