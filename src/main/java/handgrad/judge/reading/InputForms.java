package handgrad.judge.reading;

import static handgrad.judge.reading.Matrices.columnSums;
import static handgrad.judge.reading.Matrices.filled;
import static handgrad.judge.reading.Matrices.flat;
import static handgrad.judge.reading.Matrices.times;
import static handgrad.judge.reading.Matrices.transposedTimes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The forms of the weights' gradient in which something else stands in the place of the layer's input. */
final class InputForms {
    private final Scene scene;
    private final int l;
    private final BlockCauses causes;
    private final String delta;
    private final String input;

    InputForms(Scene scene, int l) {
        this.scene = scene;
        this.l = l;
        this.causes = new BlockCauses(scene, l);
        this.delta = causes.delta;
        this.input = causes.input;
    }

    List<Made> all() {
        var forms = new ArrayList<Made>();
        forms.addAll(preActivationAsInput());
        forms.add(inputMissing());
        forms.addAll(otherLayersAsInput());
        forms.add(ownOutputSpread());
        forms.add(weightAsInput());
        return forms;
    }

    private Cause cause(String mistake, String sentence, String computes) {
        return causes.weights(mistake, Step.INPUT, sentence, computes);
    }

    private static Made product(Cause cause, double cost, double[][] factor) {
        return Made.wrong(cause, cost, d -> flat(transposedTimes(factor, d)));
    }

    private List<Made> preActivationAsInput() {
        if (l == 0) {
            return List.of();
        }
        Cause cause = cause(
                "pre-activation-as-input",
                "z%d stands where a%d belongs".formatted(l, l),
                "z%d^T %s".formatted(l, delta));
        return List.of(product(cause, 1, scene.z(l - 1)));
    }

    private Made inputMissing() {
        Cause cause = cause(
                "input-missing",
                "the input %s is missing: every row is the sum of %s".formatted(input, delta),
                "1^T " + delta);
        return product(cause, 1.2, filled(scene.n, scene.nIn(l), 1));
    }

    /** The network's input and the output of every layer, this one's too, where they are as wide as the input. */
    private List<Made> otherLayersAsInput() {
        var forms = new ArrayList<Made>();
        for (int other = 0; other <= scene.network.depth(); other++) {
            double[][] fed = other == 0 ? scene.samples.x() : scene.a(other - 1);
            if (other != l && fed[0].length == scene.nIn(l)) {
                boolean own = other == l + 1;
                String name = other == 0 ? "x" : "a" + other;
                Cause cause = cause(
                        own ? "own-output-as-input" : "other-layer-as-input",
                        "%s stands where %s belongs%s"
                                .formatted(name, input, own ? ": the layer's own output for its input" : ""),
                        "%s^T %s".formatted(name, delta));
                forms.add(product(cause, 1.4, fed));
            }
        }
        return forms;
    }

    private Made ownOutputSpread() {
        Cause cause = cause(
                "own-output-as-input",
                "the layer's own output stands in the place of its input, spread over the rows",
                "sum over the samples of a%d * %s".formatted(l + 1, delta));
        return Made.wrong(cause, 1.8, d -> flat(rows(columnSums(times(scene.a(l), d)))));
    }

    private Made weightAsInput() {
        Cause cause = cause(
                "weight-as-input",
                "the weight itself stands in the place of the input",
                "W%d * sum of %s".formatted(l + 1, delta));
        return Made.wrong(cause, 2, d -> flat(times(scene.w(l), rows(columnSums(d)))));
    }

    /** The same row for each input of the layer. */
    private double[][] rows(double[] row) {
        double[][] rows = new double[scene.nIn(l)][];
        Arrays.fill(rows, row);
        return rows;
    }
}
