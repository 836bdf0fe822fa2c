package handgrad.judge.rounding;

import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.layer.Theta;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The gradient of one part of the samples as it is when all is rounded at random, along a branch. */
final class JitteredPart extends Walk {
    /** Of what a function may err by, this much is taken to either side. */
    private static final double OFTEN = 0.25;

    private final Setting setting;
    private final int number;
    private final ErringPart erring;
    private final Branch branch;
    private final Jitter jitter;
    private final double[] gradient;

    /** @param gradient to which it is added */
    JitteredPart(
            Setting setting,
            List<Theta<Row>> theta,
            Jitter jitter,
            Samples part,
            ErringPart erring,
            Branch branch,
            double[] gradient) {
        super(setting.network(), theta, jitter.exact(part.x()), jitter.exact(part.y()));
        this.setting = setting;
        this.number = erring.number();
        this.erring = erring;
        this.branch = branch;
        this.jitter = jitter;
        this.gradient = gradient;
        forward();
        backward();
    }

    private Jittered off(Plain values, IntToDoubleFunction errors) {
        double[] off = values.values().clone();
        for (int k = 0; k < off.length; k++) {
            off[k] += 2 * OFTEN * errors.applyAsDouble(k) * jitter.next();
        }
        return jitter.exact(off);
    }

    @Override
    Row activated(int l, int sample, Row z) {
        Activation f = network.layer(l).activation();
        Erring own = erring.own(l, sample);
        return off((Plain) f.of(((Jittered) z).value()), own::error);
    }

    /** f(z) once more would round otherwise than it has: what a layer has answered is what the next is fed. */
    private Jittered answered(int l, int sample) {
        return l == network.depth() - 1
                ? (Jittered) outputs().get(sample)
                : (Jittered) inputs.get(l + 1).get(sample);
    }

    @Override
    Row outputDelta(int sample, Row z) {
        int last = network.depth() - 1;
        Activation f = network.layer(last).activation();
        Plain sum = ((Jittered) z).value();
        Plain target = ((Jittered) t.get(sample)).value();
        int choices = Finder.choices(f, sum, setting.rounding().precision());
        Row natural = network.loss().delta(f, z, answered(last, sample), t.get(sample));
        return branch.outputDelta(network, number, sample, sum, target, choices)
                .<Row>map(leaning -> leaning(f, sum, erring.own(last, sample), leaning, ((Jittered) natural).value()))
                .orElse(natural);
    }

    /** What differs from the natural branch is a product with f'. */
    private Row leaning(Activation f, Plain z, Erring y, double[] leaning, Plain natural) {
        var forms = new Forms(f, setting.rounding());
        double[] relative = forms.relative(z, forms.slope(z, y));
        return off(
                jitter.of(Plain.of(leaning)).value(),
                k -> Erring.times(Math.abs(leaning[k] - natural.value(k)), relative[k]));
    }

    @Override
    Row timesSlope(int l, int sample, Row z, Row dA) {
        Activation f = network.layer(l).activation();
        Plain slope = ((Jittered) dA).value();
        Plain sum = ((Jittered) z).value();
        Erring own = erring.own(l, sample);
        Plain delta = ((Jittered) f.timesSlope(dA, z, answered(l, sample))).value();
        double[] forms = new Forms(f, setting.rounding()).slope(sum, own);
        Jittered off = off(delta, k -> Erring.times(slope.value(k), forms[k]));
        for (Branch.Turn turn : branch.at(number, l, sample)) {
            int k = turn.kink().unit();
            off.value().values()[k] = slope.value(k) * turn.slope();
        }
        return off;
    }

    @Override
    void take(int l, Theta<Row> sums) {
        int at = network.blocks(l).get(0).offset();
        for (Row row : sums.values()) {
            for (double value : ((Jittered) row).value().values()) {
                gradient[at] = gradient[at] == 0 ? value : jitter.sum(gradient[at], jitter.rounded(value));
                at++;
            }
        }
    }
}
