package handgrad.lab.result;

import handgrad.judge.Judgement;
import handgrad.judge.TensorJudgement;
import handgrad.lab.result.Verification.Judged;
import handgrad.network.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What somebody claims at a point, value by value, in the order in which a program computes it.
 *
 * @param judged what is said of the whole claim
 * @param values what the layers answer to one sample, the gradient of the whole batch from the last layer to the first, and
 *     {@code dL/dx} of the sample; only what is claimed
 */
public record ClaimedValues(Judged judged, List<Value> values) {
    private static final String INPUTS = "dL/dx";

    public ClaimedValues {
        values = List.copyOf(values);
    }

    /**
     * One of them beside the right one.
     *
     * @param name as in a trace: {@code a1[0]}, {@code dL/dW1[0,0]}
     */
    public record Value(String name, double claimed, double right, boolean wrong) {}

    /**
     * The values of a claim in order.
     *
     * @param sample whose answers these are, from 0
     */
    public static ClaimedValues of(Judged judged, int sample) {
        var values = new ArrayList<Value>();
        judged.tensors().stream()
                .filter(tensor -> !tensor.symbol().equals(INPUTS))
                .forEach(tensor -> add(values, tensor, sample));
        List<Judgement.Part> parts = judged.judgement().parts();
        int depth = judged.question().network().depth();
        for (int l = depth - 1; l >= 0; l--) {
            for (Judgement.Part part : parts) {
                if (part.block().layer() == l && part.verdict() != Judgement.Verdict.NOT_CLAIMED) {
                    add(values, judged.judgement(), part.block());
                }
            }
        }
        judged.tensors().stream()
                .filter(tensor -> tensor.symbol().equals(INPUTS))
                .forEach(tensor -> add(values, tensor, sample));
        return new ClaimedValues(judged, values);
    }

    private static void add(List<Value> values, TensorJudgement tensor, int sample) {
        tensor.entries().stream()
                .filter(entry -> entry.sample() == sample)
                .map(entry -> new Value(
                        "%s[%d]".formatted(tensor.symbol(), entry.unit()),
                        entry.claimed(),
                        entry.right(),
                        !entry.passes()))
                .forEach(values::add);
    }

    /** Neuron by neuron, as the lines of a trace. */
    private static void add(List<Value> values, Judgement judgement, Block block) {
        for (int column = 0; column < block.columns(); column++) {
            for (int row = 0; row < block.rows(); row++) {
                int at = block.index(row, column);
                values.add(new Value(
                        "dL/d" + block.address(at),
                        judgement.judged().values()[at],
                        judgement.oracle().values()[at],
                        judgement.isWrong(at)));
            }
        }
    }

    /** The first that is wrong: what comes after it may follow from it. */
    public Optional<Value> firstWrong() {
        return values.stream().filter(Value::wrong).findFirst();
    }
}
