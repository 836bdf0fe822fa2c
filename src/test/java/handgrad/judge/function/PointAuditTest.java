package handgrad.judge.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What hides something is told, and its neighbour that hides nothing is not. */
class PointAuditTest {
    private static Tensor variable(String name, List<Integer> shape, double... values) {
        return new Tensor(name, shape, values, true);
    }

    private static Tensor constant(String name, double... values) {
        return new Tensor(name, values.length == 1 ? List.of() : List.of(values.length), values, false);
    }

    private static List<String> audit(Tensor... point) {
        return PointAudit.of(List.of(point));
    }

    @Test
    void anOrdinaryPointHidesNothing() {
        assertThat(audit(
                        variable("x", List.of(3, 2), 0.3, -0.2, 1.7, 0.4, 0.5, 2),
                        variable("gamma", List.of(2), 0.5, 1.5),
                        constant("up", 0.1, 0.2, -0.3, 0.4, 0.5, 0.6),
                        constant("ids", 2, 0, 2),
                        constant("stride", 2),
                        constant("kernel", 3),
                        constant("padding", 1)))
                .isEmpty();
    }

    @Test
    void zerosAndOnes() {
        assertThat(audit(variable("gamma", List.of(2), 1, 1)))
                .containsExactly("all of 'gamma' is 1: a factor 'gamma' that is missing or doubled is hidden");
        assertThat(audit(variable("b", List.of(2), 0, 0)))
                .containsExactly("all of 'b' is 0: what is multiplied by it is hidden, and so is where it stands");
        assertThat(audit(variable("x", List.of(4), 0, 0.5, 1, 0)))
                .containsExactly("of 4 entries of 'x' 2 are 0 and 1 is 1: what is multiplied by these is hidden there");
        assertThat(audit(variable("x", List.of(2), 1, 0.5)))
                .containsExactly("of 2 entries of 'x' 1 is 1: what is multiplied by these is hidden there");
    }

    @Test
    void equalEntries() {
        assertThat(audit(variable("x", List.of(2), 0.5, 0.5)))
                .containsExactly(
                        "all entries of 'x' are 0.500000: entries in the wrong order are hidden, and sums that are taken for another");
        assertThat(audit(variable("x", List.of(), 0.5))).isEmpty();
    }

    @Test
    void shapes() {
        assertThat(audit(variable("x", List.of(1, 2), 0.3, 0.4)))
                .containsExactly(
                        "axis 0 of 'x' has the size 1: sums and means along it, and along the wrong axis, are hidden");
        assertThat(audit(variable("w", List.of(2, 2), 0.1, 0.2, 0.3, 0.4)))
                .containsExactly(
                        "'w' is square, 2 by 2: one that is transposed, or summed over the wrong axis, still has the right shape");
    }

    @Test
    void aGradientFromAboveOfOnes() {
        for (String name : List.of("up", "upstream", "dout", "dy", "grad_output", "g")) {
            assertThat(audit(constant(name, 1, 1)))
                    .as(name)
                    .containsExactly("all of '%s' is 1: a gradient from above that is not multiplied in is hidden"
                            .formatted(name));
        }
        assertThat(audit(constant("up", 1, 2.5))).isEmpty();
        assertThat(audit(constant("mask", 1, 1))).isEmpty();
    }

    @Test
    void indicesThatDoNotRepeat() {
        assertThat(audit(constant("ids", 3, 0, 1)))
                .containsExactly(
                        "no index repeats in 'ids': contributions that are overwritten (=) where they have to be added up (+=) are hidden");
        assertThat(audit(constant("ids", 3, 0, 3))).isEmpty();
        assertThat(audit(constant("scale", 0.5, 2))).isEmpty();
    }

    @Test
    void windows() {
        assertThat(audit(constant("stride", 2), constant("kernel", 2)))
                .containsExactly(
                        "'stride' and 'kernel' are equal: windows do not overlap, and contributions that are overwritten (=) where they have to be added up (+=) are hidden");
        double[] entries = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
        assertThat(audit(variable("w", List.of(3, 1, 2), entries), constant("stride", 2)))
                .endsWith(
                        "'w' is as wide as the stride: windows do not overlap, and contributions that are overwritten (=) where they have to be added up (+=) are hidden");
        assertThat(audit(variable("w", List.of(1, 2, 3), entries), constant("stride", 2)))
                .noneMatch(sentence -> sentence.contains("stride"));
        assertThat(audit(constant("stride", 1))).containsExactly("'stride' is 1: a stride that is left out is hidden");
        assertThat(audit(constant("padding", 0)))
                .containsExactly("'padding' is 0: padding that is left out, or not cut off again, is hidden");
    }

    @Test
    void tensorsWithTheSameValues() {
        assertThat(audit(variable("a", List.of(2), 0.3, 0.4), variable("b", List.of(2), 0.3, 0.4)))
                .containsExactly("'a' and 'b' have the same values: one taken for the other is hidden");
    }
}
