package handgrad.input.claim;

import handgrad.network.Network;
import handgrad.network.Penalty;
import handgrad.network.Point;
import handgrad.network.Samples;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A network at a point, a batch, and what somebody claims there.
 *
 * @param parameters where the gradient is taken
 * @param claim empty where nothing is claimed
 * @param learningRate of the update that the gradient was meant for, where it is known
 * @param penalty that is added to the loss
 */
public record Case(
        String name,
        Point parameters,
        Samples samples,
        Optional<Claim> claim,
        OptionalDouble learningRate,
        Penalty penalty) {
    /** Without a penalty. */
    public Case(String name, Point parameters, Samples samples, Optional<Claim> claim, OptionalDouble learningRate) {
        this(name, parameters, samples, claim, learningRate, Penalty.NONE);
    }

    /** The same on other samples, of which nothing is claimed. */
    public Case on(Samples others) {
        return new Case(name, parameters, others, Optional.empty(), learningRate, penalty);
    }

    /** The same with something claimed. */
    public Case claiming(Claim other) {
        return new Case(name, parameters, samples, Optional.of(other), learningRate, penalty);
    }

    public Network network() {
        return parameters.network();
    }
}
