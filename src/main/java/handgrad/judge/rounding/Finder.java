package handgrad.judge.rounding;

import handgrad.judge.oracle.Derivative;
import handgrad.judge.oracle.Lean;
import handgrad.network.Network;
import handgrad.network.Precision;
import handgrad.network.function.Activation;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the kinks that the numbers of one part of the samples stand at. */
final class Finder {
    /** Slopes that differ by less are one, up to rounding. */
    private static final double SAME = 16;

    private final Network network;
    private final Precision precision;
    private final int part;

    Finder(Network network, Precision precision, int part) {
        this.network = network;
        this.precision = precision;
        this.part = part;
    }

    /** Those of a layer's activation on a sample. */
    List<Kink> ofActivation(int l, int sample, Erring z) {
        Activation f = network.layer(l).activation();
        var rounding = new Rounding(precision);
        f.of(new Erring(z.value(), z.errors(), rounding));
        var found = new ArrayList<Kink>();
        for (Kink kink : undecided(new Kink.Place(part, l, sample), rounding.choices())) {
            double below = slope(f, z, kink, 0);
            double above = slope(f, z, kink, 1);
            double same = SAME * precision.epsilon() * Math.max(Math.abs(below), Math.abs(above));
            if (!f.entrywise() || Math.abs(above - below) > same) {
                found.add(
                        new Kink(kink.place(), kink.unit(), kink.choices(), kink.above(), kink.exact(), below, above));
            }
        }
        return found;
    }

    private static double slope(Activation f, Erring z, Kink kink, double share) {
        double[] one = new double[z.size()];
        one[kink.unit()] = 1;
        return Derivative.along(f::of, z.value().values(), one, kink.alone(share))[kink.unit()];
    }

    /** Those of the loss on a sample. */
    List<Kink> ofLoss(int sample, Erring z, Erring y, Erring t) {
        var rounding = new Rounding(precision);
        network.loss()
                .of(
                        new Erring(z.value(), z.errors(), rounding),
                        new Erring(y.value(), y.errors(), rounding),
                        new Erring(t.value(), t.errors(), rounding));
        return undecided(new Kink.Place(part, network.depth(), sample), rounding.choices()).stream()
                .filter(kink -> differs(kink, y, t))
                .toList();
    }

    private boolean differs(Kink kink, Row y, Row t) {
        double[] below = slope(kink, y, t, 0);
        double[] above = slope(kink, y, t, 1);
        for (int k = 0; k < below.length; k++) {
            double same = SAME * precision.epsilon() * Math.max(Math.abs(below[k]), Math.abs(above[k]));
            if (Math.abs(above[k] - below[k]) > same) {
                return true;
            }
        }
        return false;
    }

    /** {@code dL/dy} of a loss that has kinks, which is made of y and t alone. */
    private double[] slope(Kink kink, Row y, Row t, double share) {
        double[] at = ((Erring) y).value().values();
        double[] slope = new double[at.length];
        for (int k = 0; k < at.length; k++) {
            double[] one = new double[at.length];
            one[k] = 1;
            double[] terms = Derivative.along(
                    moved -> network.loss().of(moved, moved, Derivative.still(((Erring) t).value(), moved)),
                    at,
                    one,
                    kink.alone(share));
            for (double term : terms) {
                slope[k] += term;
            }
        }
        return slope;
    }

    /** One kink for each number with undecided conditions; how many choices there were before is the caller's to say. */
    private static List<Kink> undecided(Kink.Place place, List<Erring> conditions) {
        Map<Integer, List<Integer>> choices = new TreeMap<>();
        for (int choice = 0; choice < conditions.size(); choice++) {
            Erring condition = conditions.get(choice);
            for (int k = 0; k < condition.size(); k++) {
                if (condition.undecided(k)) {
                    choices.computeIfAbsent(k, any -> new ArrayList<>()).add(choice);
                }
            }
        }
        var kinks = new ArrayList<Kink>();
        choices.forEach((unit, numbers) -> {
            double first = conditions.get(numbers.get(0)).value().value(unit);
            var undecided = numbers.stream()
                    .map(number -> choice(
                            number,
                            place.sample() * conditions.size(),
                            first,
                            conditions.get(number).value().value(unit)))
                    .toList();
            kinks.add(new Kink(place, unit, undecided, first > 0, first == 0, 0, 0));
        });
        return kinks;
    }

    private static Kink.Choice choice(int number, int before, double first, double value) {
        boolean negated = Double.doubleToRawLongBits(value) == Double.doubleToRawLongBits(-first);
        return new Kink.Choice(number, before, negated);
    }

    /** How many choices a function makes on a sample. */
    static int choices(Activation f, Plain z, Precision precision) {
        var rounding = new Rounding(precision);
        f.of(rounding.exact(z.values()));
        return rounding.choices().size();
    }

    /** All kinks, leaning to one side. */
    static List<Lean> leaning(List<Kink> kinks, double share) {
        return kinks.stream().flatMap(kink -> kink.alone(share).stream()).toList();
    }
}
