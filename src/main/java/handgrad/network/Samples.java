package handgrad.network;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Samples and their targets in plain double precision, one a row: {@code x [n, nIn]}, {@code y [n, nOut]}.
 *
 * @param x not copied; not to be changed, as is y
 */
public record Samples(double[][] x, double[][] y) {
    public Samples {
        if (x.length != y.length || x.length < 1) {
            throw new IllegalArgumentException("%d samples and %d targets".formatted(x.length, y.length));
        }
    }

    /** The number of samples. */
    public int n() {
        return x.length;
    }

    /** One sample alone. */
    public Samples only(int sample) {
        return new Samples(new double[][] {x[sample]}, new double[][] {y[sample]});
    }

    /** The smallest parts that a network may be defined on: each sample alone where samples do not see each other. */
    public List<Samples> parts(Network network) {
        return network.samplesApart()
                ? IntStream.range(0, n()).mapToObj(this::only).toList()
                : List.of(this);
    }

    /** The first {@code count}, or all if there are fewer. */
    public Samples first(int count) {
        return count >= n() ? this : new Samples(Arrays.copyOf(x, count), Arrays.copyOf(y, count));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Samples samples && Arrays.deepEquals(x, samples.x) && Arrays.deepEquals(y, samples.y);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(x) + Arrays.deepHashCode(y);
    }
}
