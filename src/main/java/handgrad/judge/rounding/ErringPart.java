package handgrad.judge.rounding;

import handgrad.judge.oracle.Lean;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.EntrywiseLoss;
import handgrad.network.layer.Theta;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far one part of the samples may be off by rounding alone, and the kinks that it stands at. The derivatives by hand, as most
 * programs write them, are read with {@link Erring} numbers, along the sides of the kinks that a gradient has taken.
 */
final class ErringPart extends Walk {
    private final int number;
    private final Rounding rounding;
    private final int n;
    private final List<List<Erring>> own = new ArrayList<>();
    private final List<Kink> kinks = new ArrayList<>();
    private Branch branch;
    private double[] bound;

    ErringPart(Setting setting, int number, Samples part) {
        super(
                setting.network(),
                setting.theta(),
                setting.rounding().rounded(part.x()),
                setting.rounding().rounded(part.y()));
        this.number = number;
        this.rounding = setting.rounding();
        this.n = setting.n();
        network.layers().forEach(layer -> own.add(new ArrayList<>()));
        forward();
        this.branch = Branch.natural(kinks);
    }

    int number() {
        return number;
    }

    List<Kink> kinks() {
        return kinks;
    }

    /** {@code f(z)} of a z without error, with what f itself rounds. */
    Erring own(int l, int sample) {
        return own.get(l).get(sample);
    }

    @Override
    Row activated(int l, int sample, Row z) {
        Activation f = network.layer(l).activation();
        var sum = (Erring) z;
        List<Kink> found = new Finder(network, rounding.precision(), number).ofActivation(l, sample, sum);
        kinks.addAll(found);
        Erring a = new Forms(f, rounding).value(sum.value());
        own.get(l).add(a);
        Erring output = a.off(new Passing(f.entrywise(), f::of, sides(found)).of(sum));
        if (l == network.depth() - 1) {
            kinks.addAll(new Finder(network, rounding.precision(), number)
                    .ofLoss(sample, sum, output, (Erring) t.get(sample)));
        }
        return output;
    }

    private static List<List<Lean>> sides(List<Kink> kinks) {
        return kinks.isEmpty()
                ? List.of()
                : Stream.of(0, 1).map(share -> Finder.leaning(kinks, share)).toList();
    }

    private List<Kink> kinks(int l, int sample) {
        return branch.at(number, l, sample).stream().map(Branch.Turn::kink).toList();
    }

    /** Adds the error of each entry of the sum over these samples, along a branch. */
    void addTo(double[] sum, Branch along) {
        branch = along;
        bound = sum;
        backward();
    }

    @Override
    void take(int l, Theta<Row> gradient) {
        int at = network.blocks(l).get(0).offset();
        for (Row row : gradient.values()) {
            var part = (Erring) row;
            for (int k = 0; k < part.size(); k++) {
                bound[at++] += part.error(k) + n * rounding.u() * part.magnitude(k) + rounding.tiny();
            }
        }
    }

    @Override
    Row outputDelta(int sample, Row z) {
        int last = network.depth() - 1;
        Activation f = network.layer(last).activation();
        var sum = (Erring) z;
        Row target = t.get(sample);
        Plain still = ((Erring) target).value();
        var natural =
                (Erring) network.loss().delta(f, rounding.exact(sum.value().values()), own(last, sample), target);
        boolean entrywise = f.entrywise() && network.loss() instanceof EntrywiseLoss;
        var passed = new Passing(
                entrywise,
                moved -> network.loss().delta(f, moved, f.of(moved), Passing.like(moved, still)),
                sides(kinks(last, sample)));
        var forms = new Forms(f, rounding);
        double[] slopes =
                network.loss().cancels() ? new double[sum.size()] : forms.slope(sum.value(), own(last, sample));
        Erring delta = natural.off(passed.of(sum)).off(forms(slopes, own(last, sample), target));
        int choices = Finder.choices(f, sum.value(), rounding.precision());
        return branch.outputDelta(network, number, sample, sum.value(), still, choices)
                .map(leaning -> leaning(leaning, delta, sum, forms.relative(sum.value(), slopes)))
                .orElse(delta);
    }

    /** What the forms of f' make of {@code dL/dy}, where it does not cancel. */
    private double[] forms(double[] forms, Erring y, Row target) {
        double[] errors = new double[forms.length];
        for (int k = 0; k < errors.length; k++) {
            if (forms[k] != 0) {
                var dy = (Erring) network.loss().slope(y, target);
                errors[k] = Erring.times(dy.magnitude(k) + dy.error(k), forms[k]);
            }
        }
        return errors;
    }

    /** What differs from the natural branch is a product with f', whose relative error is about that of z, and what its forms round. */
    private Erring leaning(double[] leaning, Erring delta, Erring z, double[] relative) {
        double[] errors = delta.errors().clone();
        for (int k = 0; k < errors.length; k++) {
            double other = Math.abs(leaning[k] - delta.value().value(k));
            double own = Rounding.FUNCTION * rounding.u() + 2 * Math.min(1, z.error(k)) + relative[k];
            errors[k] += Erring.times(other, own);
        }
        return new Erring(Plain.of(leaning), errors, rounding);
    }

    @Override
    Row timesSlope(int l, int sample, Row z, Row dA) {
        Activation f = network.layer(l).activation();
        var sum = (Erring) z;
        var slope = (Erring) dA;
        Erring a = own(l, sample);
        double[] forms = new Forms(f, rounding).slope(sum.value(), a);
        // Where both values have rounded to 0, the product of their errors counts.
        double[] most = new double[slope.size()];
        for (int k = 0; k < most.length; k++) {
            most[k] = slope.magnitude(k) + slope.error(k);
            forms[k] = Erring.times(most[k], forms[k]);
        }
        var natural = (Erring) f.timesSlope(slope, rounding.exact(sum.value().values()), a);
        Plain largest = Plain.of(most);
        double[] passed = new Passing(
                        true, moved -> f.timesSlope(Passing.like(moved, largest), moved, f.of(moved)), List.of())
                .around(sum, kinks(l, sample));
        Erring delta = natural.off(forms).off(passed);
        List<Branch.Turn> turns = branch.at(number, l, sample);
        return turns.isEmpty() ? delta : leaning(turns, delta, slope, passed);
    }

    private Erring leaning(List<Branch.Turn> turns, Erring delta, Erring dA, double[] passed) {
        double[] values = delta.value().values().clone();
        double[] errors = delta.errors().clone();
        for (Branch.Turn turn : turns) {
            int k = turn.kink().unit();
            double slope = turn.slope();
            values[k] = Erring.times(dA.value().value(k), slope);
            errors[k] = Erring.times(dA.error(k), Math.abs(slope))
                    + passed[k]
                    + (slope == 0 || slope == 1 ? 0 : Rounding.FUNCTION * rounding.u() * Math.abs(values[k]));
        }
        return new Erring(Plain.of(values), errors, rounding);
    }
}
