package handgrad.lab.program;

import handgrad.input.claim.Case;
import handgrad.input.program.Ability;
import handgrad.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Where a program is asked. Each turn is a list of cases that come to the same, of which the first that the program takes is
 * asked: from a deep network to a shallow one.
 */
final class Points {
    private static final int FEWEST = 4;
    static final long SEED = 7;
    /** Sample counts, none of them a size of the networks. */
    private static final int[] COUNTS = {7, 7, 6, 8, 9};

    private Points() {}

    /** The turns. The first two are points of the same network. */
    static List<List<Case>> of(Ability can) {
        return of(can, i -> COUNTS[i % COUNTS.length]);
    }

    /**
     * The same with other sample counts.
     *
     * @param counts of each turn, where the program leaves them open
     */
    static List<List<Case>> of(Ability can, IntUnaryOperator counts) {
        return can instanceof Ability.Fixed fixed ? fixed(fixed.start()) : networks((Ability.Networks) can, counts);
    }

    private static List<List<Case>> networks(Ability.Networks can, IntUnaryOperator counts) {
        List<Combination> combinations = Combinations.of(can);
        var turns = new ArrayList<List<Case>>();
        turns.add(turn(combinations.get(0), 0, counts));
        turns.add(turn(combinations.get(0), 1, counts));
        for (int i = 1; i < combinations.size() || turns.size() < FEWEST; i++) {
            turns.add(turn(combinations.get(i % combinations.size()), i + 1, counts));
        }
        return turns;
    }

    private static List<Case> turn(Combination combination, int i, IntUnaryOperator counts) {
        return Combination.SHAPES.stream()
                .filter(combination::fits)
                .map(shape -> Draw.of(combination.network(shape), counts.applyAsInt(i), SEED + i))
                .toList();
    }

    /** Only numbers change: three points of our own, and last the one where the program starts. */
    private static List<List<Case>> fixed(Case start) {
        Network network = start.network();
        int n = start.samples().n();
        var turns = new ArrayList<List<Case>>();
        for (int i = 0; i < FEWEST - 1; i++) {
            turns.add(List.of(Draw.of(network, n, SEED + i)));
        }
        turns.add(List.of(start));
        return turns;
    }
}
