package handgrad.lab;

import handgrad.input.claim.Case;
import handgrad.network.function.Upstream;

/** Which cases the diagnosis knows the mistakes of: those of a loss that is stated. */
final class Diagnosable {
    private Diagnosable() {}

    static boolean network(Case given) {
        return !(given.network().loss() instanceof Upstream);
    }
}
