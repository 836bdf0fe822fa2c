package handgrad.lab.program;

import handgrad.input.program.Answer;
import handgrad.input.program.FunctionClaim;
import handgrad.input.userclass.FunctionRun;
import java.util.List;
import java.util.OptionalDouble;

/** A function that somebody wrote as a Java class. It is one object for all calls: starting anew leaves it as it is. */
public record LiveClass(FunctionRun run) implements FunctionRespondent {
    @Override
    public Answer<Double> loss(List<double[]> values) {
        try {
            return new Answer.Given<>(run.loss(values));
        } catch (FunctionRun.NoAnswer e) {
            return new Answer.Broken<>(e.getMessage());
        }
    }

    @Override
    public Answer<FunctionClaim> gradient(List<double[]> values) {
        try {
            return new Answer.Given<>(new FunctionClaim(OptionalDouble.empty(), run.gradient(values), List.of()));
        } catch (FunctionRun.NoAnswer e) {
            return new Answer.Broken<>(e.getMessage());
        }
    }

    @Override
    public FunctionRespondent again() {
        return this;
    }
}
