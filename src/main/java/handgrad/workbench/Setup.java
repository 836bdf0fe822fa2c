package handgrad.workbench;

import handgrad.data.Split;
import handgrad.data.Start;
import handgrad.network.Network;
import handgrad.network.Trained;

/** What an experiment trains, on what, and from where. */
public record Setup(Network network, Split split, Start start, Trained trained) {
    /** All parameters are trained. */
    public Setup(Network network, Split split, Start start) {
        this(network, split, start, Trained.ALL);
    }
}
