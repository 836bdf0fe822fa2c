package handgrad.input.claim;

import handgrad.network.Batch;
import handgrad.network.Network;
import handgrad.network.Parameters;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A network at a point, a batch, and what somebody claims there.
 *
 * @param parameters where the gradient is taken
 * @param claim empty where nothing is claimed
 * @param learningRate of the update that the gradient was meant for, where it is known
 */
public record Case(
        String name, Parameters parameters, Batch batch, Optional<Claim> claim, OptionalDouble learningRate) {
    public Network network() {
        return parameters.network();
    }
}
