package handgrad.lab.program;

import handgrad.InputException;
import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.claim.Handed;
import handgrad.input.program.Ability;
import handgrad.input.program.Answer;
import handgrad.input.program.FunctionClaim;
import handgrad.judge.function.Intermediate;
import handgrad.judge.function.Tensor;
import handgrad.lab.own.Respondent;
import handgrad.lab.result.Compared;
import handgrad.lab.result.Compared.Pair;
import handgrad.network.Block;
import handgrad.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds what two programs hand out for the same point against each other. */
public final class Against {
    /** Sums of a few thousand terms in another order stay within this many roundings. */
    private static final double ROUNDINGS = 4096;

    private final String tool;
    private final String reference;
    private final double tolerance;

    /**
     * @param tool the program that is verified
     * @param epsilon of the coarser of the two programs' numbers: the distance from 1 to the next
     */
    public Against(String tool, String reference, double epsilon) {
        this.tool = tool;
        this.reference = reference;
        this.tolerance = ROUNDINGS * epsilon;
    }

    private record Shaped(List<Integer> shape, double[] values) {}

    /**
     * Both asked for the gradient of a network, the first that both take.
     *
     * @param can what the program that is verified can do
     * @throws InputException if there is none
     */
    public Compared networks(Respondent own, Respondent other, Ability can) {
        Optional<String> reason = Optional.empty();
        for (Case task : Points.of(can).get(0)) {
            Answer<Claim> ours = own.gradient(task);
            Answer<Claim> theirs = other.gradient(task);
            if (ours instanceof Answer.Given<Claim> one && theirs instanceof Answer.Given<Claim> two) {
                return compared(tensors(task, one.value()), tensors(task, two.value()));
            }
            reason = ours.trouble().map(why -> tool + ": " + why).or(() -> theirs.trouble()
                    .map(why -> reference + ": " + why));
        }
        throw new InputException(
                "--against: there is no gradient of both to compare: " + reason.orElse("they take none"));
    }

    /** Both asked for the gradient of a function of their own, at the same point. @throws InputException if one of them has none */
    public Compared functions(FunctionRespondent own, FunctionRespondent other, List<Tensor> point) {
        List<double[]> values = point.stream().map(Tensor::values).toList();
        return compared(
                tensors(point, given(tool, own.gradient(values))),
                tensors(point, given(reference, other.gradient(values))));
    }

    private static <T> T given(String who, Answer<T> answer) {
        if (answer instanceof Answer.Given<T> given) {
            return given.value();
        }
        throw new InputException(
                "%s: no gradient to compare: %s".formatted(who, answer.trouble().orElseThrow()));
    }

    /** Activations upwards, gradients from the output down. */
    private static Map<String, Shaped> tensors(Case task, Claim claim) {
        var tensors = new LinkedHashMap<String, Shaped>();
        Network network = task.network();
        Handed.Tensors handed = claim.handed().tensors();
        for (int l = 0; l < handed.activations().size(); l++) {
            String name = "a" + (l + 1);
            handed.activations().get(l).ifPresent(a -> tensors.put(name, shaped(a.rows())));
        }
        handed.outputs().ifPresent(y -> tensors.put("outputs", shaped(y.rows())));
        for (int l = network.depth() - 1; l >= 0; l--) {
            for (Block block : network.blocks(l)) {
                if (claim.handed().blocks().contains(block)) {
                    double[][] rows = claim.gradient().rows(block);
                    tensors.put("dL/d" + block.symbol(), shaped(rows));
                }
            }
        }
        handed.inputs().ifPresent(x -> tensors.put("dL/dx", shaped(x.rows())));
        return tensors;
    }

    private static Shaped shaped(double[]... rows) {
        return new Shaped(
                List.of(rows.length, rows[0].length),
                Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray());
    }

    /** Intermediates in the order in which they are handed out, their gradients in the opposite one. */
    private static Map<String, Shaped> tensors(List<Tensor> point, FunctionClaim claim) {
        var tensors = new LinkedHashMap<String, Shaped>();
        for (Intermediate one : claim.intermediates()) {
            tensors.put(one.name(), new Shaped(one.shape(), one.values()));
        }
        claim.loss().ifPresent(loss -> tensors.put("the loss", new Shaped(List.of(), new double[] {loss})));
        var backward = new ArrayList<>(claim.intermediates());
        Collections.reverse(backward);
        for (Intermediate one : backward) {
            one.gradient()
                    .ifPresent(values -> tensors.put("the gradient of " + one.name(), new Shaped(one.shape(), values)));
        }
        int next = 0;
        for (Tensor tensor : point) {
            if (tensor.differentiated()) {
                tensors.put(
                        "the gradient of " + tensor.name(),
                        new Shaped(tensor.shape(), claim.gradients().get(next++)));
            }
        }
        return tensors;
    }

    private Compared compared(Map<String, Shaped> own, Map<String, Shaped> other) {
        var pairs = new ArrayList<Pair>();
        var notes = new ArrayList<String>();
        own.forEach((name, tensor) -> {
            if (other.containsKey(name)) {
                pairs.add(pair(name, tensor, other.get(name)));
            } else {
                notes.add("%s is not compared: %s does not hand it out.".formatted(name, reference));
            }
        });
        other.keySet().stream()
                .filter(name -> !own.containsKey(name))
                .forEach(name -> notes.add("%s is not compared: %s does not hand it out.".formatted(name, tool)));
        return new Compared(tool, reference, pairs, notes);
    }

    private Pair pair(String name, Shaped own, Shaped other) {
        if (!own.shape.equals(other.shape)) {
            String both = "%s, of shape %s against %s".formatted(name, own.shape, other.shape);
            return new Pair(both, List.of(), Double.NaN, Double.NaN, Double.POSITIVE_INFINITY, false);
        }
        double scale = Arrays.stream(other.values).map(Math::abs).reduce(0, Math::max);
        int worst = 0;
        double most = 0;
        for (int i = 0; i < own.values.length; i++) {
            double apart = Math.abs(own.values[i] - other.values[i]);
            // Not a number is further off than any.
            double difference = Double.isFinite(apart) ? apart : Double.POSITIVE_INFINITY;
            if (difference > most) {
                worst = i;
                most = difference;
            }
        }
        double relative = most == 0 ? 0 : most / scale;
        return new Pair(
                name, place(worst, own.shape), own.values[worst], other.values[worst], relative, relative <= tolerance);
    }

    private static List<Integer> place(int flat, List<Integer> shape) {
        var place = new ArrayList<Integer>();
        int rest = flat;
        for (int axis = shape.size() - 1; axis >= 0; axis--) {
            place.add(0, rest % shape.get(axis));
            rest /= shape.get(axis);
        }
        return place;
    }
}
