package handgrad.input.program;

import handgrad.input.claim.Case;
import handgrad.judge.function.Format;
import handgrad.judge.function.Tensor;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a program says that it can do. */
public sealed interface Ability {
    /** Whether it takes a batch in micro-batches too, one at a time. */
    boolean accumulates();

    /**
     * Any dense network of these; each set in the order of the program, and all that there are where it names none.
     *
     * @param step whether it answers with the parameters after a step of its own training
     */
    record Networks(
            Set<Activation> activations,
            Set<Loss> losses,
            Set<Reduction> reductions,
            Precision precision,
            boolean step,
            boolean accumulates)
            implements Ability {
        public Networks {
            activations = Collections.unmodifiableSet(new LinkedHashSet<>(activations));
            losses = Collections.unmodifiableSet(new LinkedHashSet<>(losses));
            reductions = Collections.unmodifiableSet(new LinkedHashSet<>(reductions));
        }
    }

    /** One network; only its numbers change. */
    record Fixed(Case start, Precision precision, boolean step, boolean accumulates) implements Ability {}

    /** A function of its own, at its starting point. */
    record Own(List<Tensor> tensors, Format format) implements Ability {
        public Own {
            tensors = List.copyOf(tensors);
        }

        @Override
        public boolean accumulates() {
            return false;
        }
    }
}
