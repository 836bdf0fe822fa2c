package handgrad.lab.program;

import handgrad.input.claim.Case;
import handgrad.network.Network;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/** Cases that are smaller than one: fewer layers, fewer samples, fewer units; the smallest first. */
final class Smaller {
    private static final long SEED = 3;

    private Smaller() {}

    static List<Case> than(Case given) {
        var smaller = new ArrayList<Case>();
        Network network = given.network();
        int n = given.samples().n();
        for (int depth = 1; depth < network.depth(); depth++) {
            smaller.add(Draw.of(lowest(network, depth), n, SEED));
        }
        for (int fewer = 1; fewer < Math.min(n, 4); fewer++) {
            smaller.add(Draw.of(network, fewer, SEED));
        }
        List<Integer> sizes = sizes(network);
        for (int at = sizes.size() - 1; at >= 0; at--) {
            for (int size = 1; size < Math.min(sizes.get(at), 3); size++) {
                var narrower = new ArrayList<>(sizes);
                narrower.set(at, size);
                if (fits(network, narrower)) {
                    smaller.add(Draw.of(of(network, narrower), n, SEED));
                }
            }
        }
        return smaller;
    }

    /** The first layers, and the output on them. */
    private static Network lowest(Network network, int depth) {
        var layers = new ArrayList<>(network.layers().subList(0, depth - 1));
        int nIn = depth == 1 ? network.nIn() : network.layer(depth - 2).nOut();
        layers.add(new Dense(nIn, network.nOut(), network.outputLayer().activation()));
        return new Network(layers, network.loss(), network.reduction());
    }

    private static List<Integer> sizes(Network network) {
        var sizes = new ArrayList<Integer>();
        sizes.add(network.nIn());
        network.layers().forEach(layer -> sizes.add(layer.nOut()));
        return sizes;
    }

    private static boolean fits(Network network, List<Integer> sizes) {
        int nOut = sizes.get(sizes.size() - 1);
        return nOut >= network.loss().fewestOutputs()
                && (nOut > 1 || network.outputLayer().activation().entrywise());
    }

    private static Network of(Network network, List<Integer> sizes) {
        var layers = new ArrayList<Layer>();
        for (int l = 0; l < network.depth(); l++) {
            layers.add(
                    new Dense(sizes.get(l), sizes.get(l + 1), network.layer(l).activation()));
        }
        return new Network(layers, network.loss(), network.reduction());
    }
}
