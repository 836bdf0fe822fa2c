package handgrad.lab.program;

import handgrad.input.program.Answer;
import handgrad.input.program.FunctionClaim;
import java.util.List;

/** Whoever is asked for a function of its own and its gradient; values of all tensors in their order, flat, last index fastest. */
public interface FunctionRespondent {
    Answer<Double> loss(List<double[]> values);

    Answer<FunctionClaim> gradient(List<double[]> values);

    /** The same, started anew: nothing is left of earlier calls. This one is not asked again. */
    FunctionRespondent again();
}
