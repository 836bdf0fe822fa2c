package handgrad.lab.result;

import handgrad.input.data.Split;
import handgrad.input.data.Start;
import handgrad.network.Network;
import handgrad.network.Trained;

/** What was trained, on what, and from where. */
public record Model(Network network, Split split, Start start, Trained trained) {}
