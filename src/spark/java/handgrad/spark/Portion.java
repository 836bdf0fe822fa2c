package handgrad.spark;

import java.io.Serializable;
import java.util.List;

/** The runs of one task. */
record Portion(long[] runs) implements Serializable {
    static Portion of(List<Long> runs) {
        return new Portion(runs.stream().mapToLong(Long::longValue).toArray());
    }
}
