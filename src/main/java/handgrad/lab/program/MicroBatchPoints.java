package handgrad.lab.program;

import handgrad.InputException;
import handgrad.input.claim.Case;
import handgrad.input.claim.StandardCases;
import handgrad.input.program.Ability;
import handgrad.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Where somebody is asked who is given each batch in K micro-batches.
 *
 * @param turns as {@link Points#of(Ability)}: the first two are points of the same network
 * @param anySize whether batches may have any number of samples
 */
public record MicroBatchPoints(List<List<Case>> turns, boolean anySize) {
    private static final int COUNTS = 4;
    /** Points that are no turns. */
    private static final long OTHER = 100;

    /**
     * Of a program that takes networks.
     *
     * @throws InputException if its batch is fixed, and too small
     */
    public static MicroBatchPoints of(Ability can, int count) {
        if (can instanceof Ability.Fixed fixed && fixed.start().samples().n() <= count) {
            int n = fixed.start().samples().n();
            throw new InputException(
                    "--micro-batches %d: expected at most %d for a batch of %d samples, as micro-batches are of unequal size"
                            .formatted(count, n - 1, n));
        }
        return new MicroBatchPoints(Points.of(can, counts(count)), !(can instanceof Ability.Fixed));
    }

    /** Of a Java class: the networks of the standard cases, the first that it takes twice. */
    public static MicroBatchPoints standard(int count) {
        List<Network> networks = StandardCases.all().stream().map(Case::network).toList();
        var turns = new ArrayList<List<Case>>();
        for (int i = 0; i < 2; i++) {
            turns.add(drawn(networks, count, i));
        }
        for (Network network : networks) {
            turns.add(drawn(List.of(network), count, turns.size()));
        }
        return new MicroBatchPoints(turns, true);
    }

    private static List<Case> drawn(List<Network> networks, int count, int i) {
        int n = counts(count).applyAsInt(i);
        return networks.stream()
                .map(network -> Draw.of(network, n, Points.SEED + i))
                .toList();
    }

    /** Room for sizes in the proportion of 2 to 4 to 6 and on, and some more. */
    private static IntUnaryOperator counts(int count) {
        return i -> count * (count + 1) + 1 + i % COUNTS;
    }

    /** Another point of the same network; where that may be, with another number of samples. */
    Case beside(Case task, int i) {
        int n = task.samples().n() + (anySize ? i : 0);
        return Draw.of(task.network(), n, Points.SEED + OTHER + i);
    }
}
