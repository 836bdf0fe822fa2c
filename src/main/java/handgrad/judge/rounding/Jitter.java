package handgrad.judge.rounding;

import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Random roundings: to half a unit up or down, each equally likely. */
final class Jitter {
    private final SplittableRandom random;
    private final double u;

    Jitter(long seed, double u) {
        this.random = new SplittableRandom(seed);
        this.u = u;
    }

    /** From -1/2 to 1/2. */
    double next() {
        return (random.nextLong() >> 11) * 0x1p-53;
    }

    double rounded(double value) {
        return value + value * (u * next());
    }

    /** Off by half of {@code u size} at most. */
    double off(double value, double size) {
        return value + u * size * next();
    }

    double[] rounded(double... values) {
        return Arrays.stream(values).map(this::rounded).toArray();
    }

    Jittered exact(double... values) {
        return new Jittered(Plain.of(values), this);
    }

    Jittered exact(Plain values) {
        return new Jittered(values, this);
    }

    /** These values, each rounded. */
    Jittered of(Plain values) {
        return new Jittered(Plain.of(rounded(values.values())), this);
    }

    List<Row> exact(double[][] samples) {
        return Arrays.stream(samples).<Row>map(this::exact).toList();
    }

    List<Row> rounded(double[][] samples) {
        return Arrays.stream(samples).<Row>map(row -> exact(rounded(row))).toList();
    }
}
