package handgrad.input.program;

import handgrad.InputException;
import handgrad.input.claim.Case;
import handgrad.input.claim.CaseFile;
import handgrad.input.claim.Claim;
import handgrad.input.claim.JsonFields;
import handgrad.judge.function.Tensor;
import handgrad.network.MicroBatch;
import handgrad.network.MicroBatches;
import handgrad.network.Point;
import handgrad.network.Samples;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** One running program, which is asked by {@code docs/protocol.md}. Not thread safe. */
public final class Program implements AutoCloseable {
    private static final Path HERE = Path.of(".");

    private final Conversation conversation;

    private Program(Conversation conversation) {
        this.conversation = conversation;
    }

    /**
     * Starts a program in this program's own folder and asks what it can do; see {@link #start(String, Path, Limits, Consumer)}.
     */
    public static Program start(String command, Limits limits, Consumer<String> remarks) {
        return start(command, HERE, limits, remarks);
    }

    /**
     * Starts a program and asks what it can do.
     *
     * @param command its words, split as a shell splits them
     * @param folder that it is started in
     * @param remarks gets each line of its standard error, marked with its name; called on another thread
     * @throws InputException if it cannot be started, does not answer, or what it says of itself is wrong
     */
    public static Program start(String command, Path folder, Limits limits, Consumer<String> remarks) {
        var launch = new Conversation.Launch(Command.of(command, folder), new Clock(limits), remarks);
        return new Program(Conversation.begin(launch));
    }

    /** The same command started anew, with the same limits, of which the whole goes on; this one is closed. */
    public Program again() {
        return new Program(conversation.again());
    }

    /** Its name as it says, else that of the command. */
    public String tool() {
        return conversation.introduction().tool();
    }

    public Ability ability() {
        return conversation.introduction().ability();
    }

    /** How often it was asked for something at a point, before {@link #again} too. */
    public int calls() {
        return conversation.calls();
    }

    /** The gradient for a network, and what else it says there. */
    public Answer<Claim> gradient(Case task) {
        return evaluate(Question.GRADIENT, CaseFile.json(task), json -> CaseFile.claimed(task, json));
    }

    /** The loss for a network. */
    public Answer<Double> loss(Case task) {
        return evaluate(Question.LOSS, CaseFile.json(task), Program::number);
    }

    /**
     * The gradient of one step of its own training, {@code (before - after) / rate}, with what that subtraction rounds.
     *
     * @param task with a learning rate
     */
    public Answer<Claim> step(Case task) {
        if (task.learningRate().isEmpty()) {
            throw new IllegalArgumentException("a step without a learning rate");
        }
        return evaluate(Question.STEP, CaseFile.json(task), json -> CaseFile.stepped(task, json));
    }

    /**
     * The gradient for a network whose batch comes in micro-batches, each in a message of its own: what it answers to the last.
     *
     * @param split of the case's samples
     */
    public Answer<Claim> accumulate(Case task, MicroBatches split) {
        List<Samples> parts = split.of(task.samples());
        var nothingYet = Claim.of(
                OptionalDouble.empty(),
                new Point(task.network(), new double[task.network().size()]));
        int last = parts.size() - 1;
        for (int k = 0; k < last; k++) {
            // What it says before the batch is complete is not read.
            Answer<Claim> taken = conversation.ask(
                    Question.ACCUMULATE, microBatch(task, parts.get(k), split.place(k)), answer -> nothingYet);
            if (taken.trouble().isPresent()) {
                return taken;
            }
        }
        return evaluate(
                Question.ACCUMULATE,
                microBatch(task, parts.get(last), split.place(last)),
                json -> CaseFile.claimed(task, json));
    }

    private static ObjectNode microBatch(Case task, Samples part, MicroBatch place) {
        ObjectNode input = CaseFile.json(task.on(part));
        input.putObject("microBatch")
                .put("index", place.index())
                .put("count", place.count())
                .put("n", place.n());
        return input;
    }

    /**
     * The loss of a function of its own.
     *
     * @param values of {@link Ability.Own#tensors()}, in that order, flat, last index fastest
     */
    public Answer<Double> loss(List<double[]> values) {
        return evaluate(Question.OWN_LOSS, point(values), Program::number);
    }

    /**
     * The gradient of a function of its own.
     *
     * @param values as of {@link #loss(List)}
     */
    public Answer<FunctionClaim> gradient(List<double[]> values) {
        return evaluate(Question.OWN_GRADIENT, point(values), new FunctionAnswers(tensors())::claim);
    }

    private List<Tensor> tensors() {
        if (ability() instanceof Ability.Own own) {
            return own.tensors();
        }
        throw new IllegalStateException("a program that takes networks has no function of its own");
    }

    private ObjectNode point(List<double[]> values) {
        List<Tensor> tensors = tensors();
        ObjectNode input = Json.object();
        for (int i = 0; i < tensors.size(); i++) {
            input.set(tensors.get(i).name(), Json.array(values.get(i)));
        }
        return input;
    }

    private static double number(JsonFields output) {
        return output.asClaimed().number();
    }

    private <T> Answer<T> evaluate(Question question, ObjectNode input, Function<JsonFields, T> reader) {
        return conversation.ask(question, input, answer -> reader.apply(answer.field("output")));
    }

    /** Tells it what was found of its last answer; no answer is waited for longer than a moment. */
    public void tell(boolean valid, String sentence) {
        conversation.tell(valid, sentence);
    }

    /** Closes its standard input and gives it a moment to end; then ends it, and all that it has started. Never throws. */
    @Override
    public void close() {
        conversation.close();
    }
}
