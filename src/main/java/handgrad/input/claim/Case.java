package handgrad.input.claim;

import handgrad.network.Network;
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
 */
public record Case(String name, Point parameters, Samples samples, Optional<Claim> claim, OptionalDouble learningRate) {
    public Network network() {
        return parameters.network();
    }
}
