package handgrad.judge.function;

import java.util.List;

/** The function whose gradient is judged: from the values of all its tensors, constants too, to one number. */
@FunctionalInterface
public interface Scalar {
    /** What it throws goes through to whoever asked for the judgement. */
    double of(List<double[]> values);
}
