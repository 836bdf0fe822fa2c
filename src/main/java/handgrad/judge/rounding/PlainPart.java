package handgrad.judge.rounding;

import handgrad.network.Precision;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.layer.Theta;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The gradient of one part of the samples by the derivatives by hand, along a branch. */
final class PlainPart extends Walk {
    private final int number;
    private Branch branch = new Branch(List.of());
    private double[] gradient;

    PlainPart(Setting setting, int number, Samples part) {
        super(setting.network(), setting.point().rows(Plain::of), rows(part.x()), rows(part.y()));
        this.number = number;
        forward();
    }

    private static List<Row> rows(double[][] samples) {
        return Arrays.stream(samples).<Row>map(Plain::of).toList();
    }

    int number() {
        return number;
    }

    void follow(Branch along) {
        branch = along;
    }

    /** Adds the gradient of the sum of these samples' losses. */
    void addTo(double[] sum, Branch along) {
        branch = along;
        gradient = sum;
        backward();
    }

    @Override
    Row activated(int l, int sample, Row z) {
        return network.layer(l).activation().of(z);
    }

    @Override
    Row outputDelta(int sample, Row z) {
        Activation f = network.outputLayer().activation();
        Row target = t.get(sample);
        int choices = Finder.choices(f, (Plain) z, Precision.DOUBLE);
        return branch.outputDelta(network, number, sample, (Plain) z, (Plain) target, choices)
                .<Row>map(Plain::of)
                .orElseGet(() -> network.loss().delta(f, z, f.of(z), target));
    }

    @Override
    Row timesSlope(int l, int sample, Row z, Row dA) {
        Activation f = network.layer(l).activation();
        double[] delta = ((Plain) f.timesSlope(dA, z, f.of(z))).values().clone();
        for (Branch.Turn turn : branch.at(number, l, sample)) {
            int k = turn.kink().unit();
            delta[k] = ((Plain) dA).value(k) * turn.slope();
        }
        return Plain.of(delta);
    }

    @Override
    void take(int l, Theta<Row> sums) {
        add(sums, gradient, network.blocks(l).get(0).offset(), 1);
    }

    static void add(Theta<Row> sums, double[] gradient, int offset, double factor) {
        int at = offset;
        for (Row row : sums.values()) {
            for (double value : ((Plain) row).values()) {
                gradient[at++] += factor * value;
            }
        }
    }

    /** {@code dL/dtheta} of a layer, if delta were this on one sample and 0 on the others. */
    Theta<Row> gradient(int l, int sample, double[] delta) {
        var rows = new ArrayList<Row>();
        for (int other = 0; other < t.size(); other++) {
            rows.add(Plain.of(other == sample ? delta : new double[delta.length]));
        }
        return gradient(l, rows);
    }
}
