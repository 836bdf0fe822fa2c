package handgrad.lab;

import handgrad.input.data.Split;
import handgrad.input.data.Start;
import handgrad.lab.own.Trainee;
import handgrad.network.Network;
import handgrad.network.Trained;
import java.util.Optional;

/**
 * What an experiment trains, on what, and from where.
 *
 * @param own a gradient that takes part as an engine of its own, named {@code own}
 */
public record Setup(Network network, Split split, Start start, Trained trained, Optional<Trainee> own) {
    /** All parameters are trained. */
    public Setup(Network network, Split split, Start start) {
        this(network, split, start, Trained.ALL);
    }

    public Setup(Network network, Split split, Start start, Trained trained) {
        this(network, split, start, trained, Optional.empty());
    }

    /** The same beside a gradient that takes part as an engine. */
    public Setup beside(Trainee gradient) {
        return new Setup(network, split, start, trained, Optional.of(gradient));
    }
}
