package handgrad.lab.program;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.program.Answer;
import handgrad.input.program.FunctionClaim;
import handgrad.input.program.Program;
import handgrad.lab.own.Respondent;
import handgrad.network.MicroBatches;
import java.util.List;

/** A running program, and after a new start the one that runs in its place: closing this closes whichever runs. */
public final class LiveProgram implements AutoCloseable {
    private Program running;

    public LiveProgram(Program running) {
        this.running = running;
    }

    /** Asked for networks. */
    public Respondent networks() {
        return new Respondent() {
            @Override
            public Answer<Claim> gradient(Case task) {
                return running.gradient(task);
            }

            @Override
            public Answer<Claim> step(Case task) {
                return running.step(task);
            }

            @Override
            public Answer<Claim> accumulate(Case task, MicroBatches split) {
                return running.accumulate(task, split);
            }

            @Override
            public Respondent again() {
                running = running.again();
                return this;
            }
        };
    }

    /** Asked for its own function. */
    public FunctionRespondent function() {
        return new FunctionRespondent() {
            @Override
            public Answer<Double> loss(List<double[]> values) {
                return running.loss(values);
            }

            @Override
            public Answer<FunctionClaim> gradient(List<double[]> values) {
                return running.gradient(values);
            }

            @Override
            public FunctionRespondent again() {
                running = running.again();
                return this;
            }
        };
    }

    public Program program() {
        return running;
    }

    @Override
    public void close() {
        running.close();
    }
}
