package handgrad.judge.reading;

import java.util.ArrayList;
import java.util.List;

/** The deltas that a program may have computed for a hidden layer, for what it is thought to have done in the layer above. */
final class HiddenDeltas {
    /** A step that is less likely than this is not thought of together with others. */
    private static final double UNLIKELY = 3.2;

    private final DownForms down;
    private final DeltaForms forms;
    private final boolean unknownRate;
    private final double[][] slope;
    private final double[] bias;

    HiddenDeltas(Scene scene, int l, Claim claim) {
        this.down = new DownForms(scene, l + 1, claim.gradient().rows(scene.weights(l + 1)));
        this.forms = new DeltaForms(scene, l);
        this.unknownRate = scene.learningRate.isEmpty() && claim.has(scene.bias(l));
        this.slope = Scene.slope(scene.f(l), scene.z(l), scene.a(l));
        this.bias = claim.gradient().values(scene.bias(l));
    }

    /** The right one first. */
    List<Delta> deltas(Layered state) {
        var sent = new ArrayList<Form>(down.sent(state.own(), state.slope()));
        sent.addAll(state.sent());
        var all = new ArrayList<Delta>();
        for (Form from : sent) {
            var through = new ArrayList<Form>(down.through(from.value()));
            if (unknownRate) {
                down.fittedStale(from.value(), slope, bias).ifPresent(through::add);
            }
            for (Form matrix : through) {
                if (from.cost() + matrix.cost() <= UNLIKELY) {
                    add(all, from, matrix);
                }
            }
        }
        return all;
    }

    private void add(List<Delta> all, Form from, Form matrix) {
        for (Form factor : forms.of(matrix.value())) {
            double cost = from.cost() + matrix.cost() + factor.cost();
            if (cost <= UNLIKELY) {
                var causes = new ArrayList<Cause>();
                from.cause().ifPresent(causes::add);
                matrix.cause().ifPresent(causes::add);
                factor.cause().ifPresent(causes::add);
                all.add(new Delta(causes, cost, factor.value(), matrix.value()));
            }
        }
    }
}
