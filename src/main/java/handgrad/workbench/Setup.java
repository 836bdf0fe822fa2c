package handgrad.workbench;

import handgrad.data.Split;
import handgrad.data.Start;
import handgrad.network.Network;

/** What an experiment trains, on what, and from where. */
public record Setup(Network network, Split split, Start start) {}
