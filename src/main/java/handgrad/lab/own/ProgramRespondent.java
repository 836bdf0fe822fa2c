package handgrad.lab.own;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.program.Answer;
import handgrad.input.program.Program;
import handgrad.network.MicroBatches;
import handgrad.network.Network;
import java.util.Optional;

/** A program that is asked, and after {@link #again} the one that runs in its place: closing this closes whichever runs. */
public final class ProgramRespondent implements Respondent, AutoCloseable {
    private Program running;
    private boolean asked;

    public ProgramRespondent(Program running) {
        this.running = running;
    }

    @Override
    public Answer<Claim> gradient(Case task) {
        asked = true;
        return running.gradient(task);
    }

    @Override
    public Answer<Claim> step(Case task) {
        asked = true;
        return running.step(task);
    }

    @Override
    public Answer<Claim> accumulate(Case task, MicroBatches split) {
        asked = true;
        return running.accumulate(task, split);
    }

    @Override
    public Respondent again() {
        if (asked) {
            restart();
        }
        return this;
    }

    /** Another takes its place, whatever it was asked. */
    public void restart() {
        running = running.again();
        asked = false;
    }

    @Override
    public Optional<String> refusal(Network network) {
        return Fitness.refusal(running.ability(), network);
    }

    /** The program that is asked now. */
    public Program running() {
        return running;
    }

    @Override
    public void close() {
        running.close();
    }
}
