package handgrad.input.program;

import handgrad.judge.function.Intermediate;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a program answers for a function of its own.
 *
 * @param loss empty where the answer leaves it out
 * @param gradients of the tensors that are differentiated, in the order of {@link Ability.Own#tensors()}; each flat, last index
 *     fastest
 */
public record FunctionClaim(OptionalDouble loss, List<double[]> gradients, List<Intermediate> intermediates) {
    public FunctionClaim {
        gradients = List.copyOf(gradients);
        intermediates = List.copyOf(intermediates);
    }
}
