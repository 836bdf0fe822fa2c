package handgrad.lab;

import handgrad.input.claim.Case;
import handgrad.network.Block;
import handgrad.network.function.Upstream;

/** Which cases the diagnosis knows the mistakes of: whole gradients of networks with biases, of a loss that is stated. */
final class Diagnosable {
    private Diagnosable() {}

    static boolean network(Case given) {
        boolean biases = given.network().layers().stream()
                .allMatch(layer -> layer.slots().size() > 1);
        return biases && !(given.network().loss() instanceof Upstream);
    }

    static boolean claim(Case given) {
        return network(given)
                && given.claim()
                        .map(claim -> claim.handed()
                                .blocks()
                                .containsAll(given.network().blocks()))
                        .orElse(true);
    }

    /** How many parameters a claim leaves out. */
    static long leftOut(Case given) {
        return given.claim()
                .map(claim -> given.network().blocks().stream()
                        .filter(block -> !claim.handed().blocks().contains(block))
                        .mapToLong(Block::size)
                        .sum())
                .orElse(0L);
    }
}
