package handgrad.judge.diagnosis;

import handgrad.judge.Allowance;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * A network as if every layer had a bias: 0 where it has none, with a gradient that nobody claims. So mistakes are computed in
 * one way for all networks.
 */
final class WithBiases {
    private final Network given;
    private final Network all;
    /** Where each parameter of the given network stands in the other. */
    private final Map<Block, Block> place = new HashMap<>();

    WithBiases(Network given) {
        this.given = given;
        this.all =
                new Network(given.layers().stream().map(WithBiases::biased).toList(), given.loss(), given.reduction());
        for (Block block : given.blocks()) {
            all.blocks(block.layer()).stream()
                    .filter(other -> other.slot().name().equals(block.slot().name()))
                    .forEach(other -> place.put(block, other));
        }
    }

    private static Layer biased(Layer layer) {
        return layer.slots().size() > 1 ? layer : new Dense(layer.nIn(), layer.nOut(), layer.activation());
    }

    /** Whether all layers have a bias as it is. */
    boolean asGiven() {
        return all.size() == given.size();
    }

    /** The same numbers, and zeros. */
    Point point(Point point) {
        return new Point(all, spread(point.values()));
    }

    Allowance allowance(Allowance open) {
        var claimed = new HashSet<Block>();
        open.claimed().forEach(block -> claimed.add(place.get(block)));
        return new Allowance(claimed, spread(open.extra()));
    }

    private double[] spread(double[] values) {
        double[] spread = new double[all.size()];
        place.forEach((from, to) -> System.arraycopy(values, from.offset(), spread, to.offset(), from.size()));
        return spread;
    }
}
