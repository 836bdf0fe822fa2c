package handgrad.judge.accumulation;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What one part counts in an answer.
 *
 * @param what the number of a micro-batch, from 1, or what is left of the batch before
 * @param samples in it
 * @param weight {@code c_k}, which the program has given it
 * @param right the right one
 */
public record Counted(String what, int samples, double weight, double right) {
    /** A row for each micro-batch. */
    static List<Counted> all(Given given, double... weights) {
        return IntStream.range(0, given.split().count())
                .mapToObj(k -> new Counted(
                        String.valueOf(k + 1), given.split().sizes().get(k), weights[k], given.rightWeight()))
                .toList();
    }
}
