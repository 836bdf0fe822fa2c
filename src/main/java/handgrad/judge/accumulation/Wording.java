package handgrad.judge.accumulation;

import handgrad.judge.reading.Cause;
import handgrad.judge.reading.Step;
import handgrad.network.Block;
import handgrad.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A way to add micro-batches up as mistakes: what is computed, and what is right. */
record Wording(Network network, Weighing weighing, Scale right) {
    private static final String GRADIENT = "dL/dtheta";

    /** One for each thing that is wrong, as the whole gradient is concerned. */
    List<Cause> everywhere() {
        int last = network.depth() - 1;
        String where = last > 0 ? ", in every layer" : "";
        return causes(last, Optional.empty(), GRADIENT, where);
    }

    /** The same where one parameter is. */
    List<Cause> of(Block block) {
        return causes(block.layer(), Optional.of(block.slot().name()), "dL/d" + block.symbol(), "");
    }

    private List<Cause> causes(int layer, Optional<String> parameter, String gradient, String where) {
        String sum = gradient + " = " + weighing.chosen().sum(weighing.scale().formula());
        String all = gradient + " = sum_k " + right.formula() + " G_k";
        var causes = new ArrayList<Cause>();
        weighing.scale()
                .mistake()
                .filter(mistake -> weighing.chosen().kind() != Chosen.Kind.ONLY)
                .ifPresent(mistake -> causes.add(new Cause(
                        mistake,
                        Step.REDUCTION,
                        layer,
                        parameter,
                        weighing.scale().sentence() + where,
                        sum,
                        all)));
        weighing.chosen()
                .mistake()
                .ifPresent(mistake -> causes.add(new Cause(
                        mistake,
                        Step.REDUCTION,
                        layer,
                        parameter,
                        weighing.chosen().sentence() + where,
                        sum,
                        all)));
        Carried carried = weighing.carried();
        carried.mistake()
                .ifPresent(mistake -> causes.add(new Cause(
                        mistake,
                        Step.AFTERWARDS,
                        layer,
                        parameter,
                        carried.sentence() + where,
                        sum + " + " + carried.computes(),
                        all)));
        return causes;
    }
}
