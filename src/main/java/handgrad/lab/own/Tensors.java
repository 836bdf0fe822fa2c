package handgrad.lab.own;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.claim.Handed;
import handgrad.judge.TensorJudge;
import handgrad.judge.TensorJudgement;
import handgrad.network.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a case claims besides its gradient, judged in the order in which a program computes it. */
public record Tensors(Case given, Precision precision) {
    public List<TensorJudgement> judged(Claim claim) {
        Handed.Tensors claimed = claim.handed().tensors();
        var judgements = new ArrayList<TensorJudgement>();
        if (claimed.inputs().isEmpty()
                && claimed.outputs().isEmpty()
                && claimed.activations().isEmpty()) {
            return judgements;
        }
        var judge = new TensorJudge(given.parameters(), given.samples(), precision);
        int last = given.network().depth() - 1;
        for (int l = 0; l < claimed.activations().size(); l++) {
            String name = "activations of layer " + (l + 1);
            int layer = l;
            claimed.activations()
                    .get(l)
                    .ifPresent(a -> judgements.add(judge.activations(name, layer, a.rows(), a.errors(), a.point())));
        }
        claimed.outputs()
                .ifPresent(y -> judgements.add(judge.activations("outputs", last, y.rows(), y.errors(), y.point())));
        claimed.inputs()
                .ifPresent(
                        x -> judgements.add(judge.inputs("gradient of the inputs", x.rows(), x.errors(), x.point())));
        return judgements;
    }

    /** The first that is wrong: what comes after it follows from it. */
    public static List<String> notes(List<TensorJudgement> judged) {
        Optional<TensorJudgement> first =
                judged.stream().filter(tensor -> !tensor.passes()).findFirst();
        return first.map(tensor -> List.of(
                        "What is wrong first, in the order of computation: %s, %d of %d entries: sample %d, unit %d is %s, should be %s."
                                .formatted(
                                        tensor.name(),
                                        tensor.failing(),
                                        tensor.size(),
                                        tensor.worst().sample(),
                                        tensor.worst().unit(),
                                        tensor.worst().claimed(),
                                        tensor.worst().right())))
                .orElse(List.of());
    }
}
