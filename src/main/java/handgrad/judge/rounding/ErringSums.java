package handgrad.judge.rounding;

import handgrad.network.number.Row;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * The errors of sums of products with a row: what the errors of its numbers make, and {@code (k + 3) u} times the sum of the absolute
 * values of k products, in whatever order they are added up. Weights have no error but one rounding, which is among these.
 */
record ErringSums(Erring row, Rounding rounding) {
    IntToDoubleFunction affine(Erring weights, Erring bias) {
        double[] w = weights.value().values();
        int nIn = row.size();
        return j -> {
            double passed = 0;
            double size = bias.magnitude(j);
            for (int i = 0; i < nIn; i++) {
                double weight = Math.abs(w[j * nIn + i]);
                passed += Erring.times(weight, row.error(i));
                size += weight * row.magnitude(i);
            }
            return passed + (nIn + 3) * (rounding.u() * size + rounding.tiny());
        };
    }

    IntToDoubleFunction timesTransposed(Erring weights) {
        double[] w = weights.value().values();
        int nIn = w.length / row.size();
        return i -> {
            double passed = 0;
            double size = 0;
            for (int j = 0; j < row.size(); j++) {
                double weight = Math.abs(w[j * nIn + i]);
                passed += Erring.times(weight, row.error(j));
                size += weight * row.magnitude(j);
            }
            return passed + (row.size() + 3) * (rounding.u() * size + rounding.tiny());
        };
    }

    IntToDoubleFunction outer(Erring delta) {
        int nIn = row.size();
        return k -> {
            int i = k % nIn;
            int j = k / nIn;
            return Erring.times(row.magnitude(i), delta.error(j))
                    + Erring.times(delta.magnitude(j) + delta.error(j), row.error(i))
                    + (row.magnitude(i) == 0 ? 0 : rounding.tiny());
        };
    }

    IntToDoubleFunction added(List<Row> others) {
        double roundings = (others.size() + 5) * rounding.u();
        return k -> {
            double all = row.error(k) + roundings * row.magnitude(k);
            for (Row other : others) {
                var term = (Erring) other;
                all += term.error(k) + roundings * term.magnitude(k);
            }
            return all;
        };
    }
}
