package handgrad.lab.program;

import handgrad.input.program.Answer;
import handgrad.input.program.FunctionClaim;
import handgrad.input.program.Program;
import handgrad.lab.own.ProgramRespondent;
import handgrad.lab.own.Respondent;
import java.util.List;

/** A running program, and after a new start the one that runs in its place: closing this closes whichever runs. */
public final class LiveProgram implements AutoCloseable {
    private final ProgramRespondent networks;

    public LiveProgram(Program running) {
        this.networks = new ProgramRespondent(running);
    }

    /** Asked for networks. */
    public Respondent networks() {
        return networks;
    }

    /** Asked for its own function. */
    public FunctionRespondent function() {
        return new FunctionRespondent() {
            @Override
            public Answer<Double> loss(List<double[]> values) {
                return program().loss(values);
            }

            @Override
            public Answer<FunctionClaim> gradient(List<double[]> values) {
                return program().gradient(values);
            }

            @Override
            public FunctionRespondent again() {
                networks.restart();
                return this;
            }
        };
    }

    public Program program() {
        return networks.running();
    }

    @Override
    public void close() {
        networks.close();
    }
}
