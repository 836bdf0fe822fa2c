package handgrad.judge.rounding;

import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.layer.Theta;
import handgrad.network.number.Row;
import java.util.List;

/**
 * Whose rounding is followed: a network at a point, in a precision.
 *
 * @param theta the parameters as numbers without error
 * @param n the number of samples that the gradient sums over
 */
record Setting(Network network, Point point, Rounding rounding, List<Theta<Row>> theta, int n) {
    static Setting of(Point point, Precision precision, int n) {
        var rounding = new Rounding(precision);
        return new Setting(point.network(), point, rounding, point.rows(rounding::exact), n);
    }

    double factor() {
        return network.reduction().factor(n);
    }
}
