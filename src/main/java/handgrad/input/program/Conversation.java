package handgrad.input.program;

import handgrad.InputException;
import handgrad.input.claim.JsonFields;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Questions to one running process, until it breaks: late, ended, flooding, out of order. Nothing is asked of it after that. */
final class Conversation implements AutoCloseable {
    private final Launch launch;
    private final Child child;
    private final Dialogue dialogue;
    private final Introduction introduction;

    private Optional<String> broken = Optional.empty();
    private int calls;
    private int last = -1;

    private Conversation(Launch launch, Child child, Dialogue dialogue, Introduction introduction, int calls) {
        this.launch = launch;
        this.child = child;
        this.dialogue = dialogue;
        this.introduction = introduction;
        this.calls = calls;
    }

    /** How a process is started, and can be again; the clock goes on. */
    record Launch(Command command, Clock clock, Consumer<String> remarks) {}

    /** @throws InputException if it cannot be started, does not answer, or what it says of itself is wrong */
    static Conversation begin(Launch launch) {
        return begin(launch, 0);
    }

    private static Conversation begin(Launch launch, int calls) {
        String name = launch.command().name();
        Child child = Child.start(launch.command(), launch.remarks());
        try {
            var dialogue = new Dialogue(child, name, launch.clock());
            return new Conversation(launch, child, dialogue, Introduction.of(dialogue, name), calls);
        } catch (BrokenException e) {
            child.destroy();
            throw new InputException(e.getMessage(), e);
        } catch (RuntimeException e) {
            child.destroy();
            throw e;
        }
    }

    /** With a new process; this one is closed. */
    Conversation again() {
        close();
        return begin(launch, calls);
    }

    Introduction introduction() {
        return introduction;
    }

    /** How often it was asked, before {@link #again} too. */
    int calls() {
        return calls;
    }

    /**
     * Asks for something at a point.
     *
     * @param reader of the whole answer
     */
    <T> Answer<T> ask(Question question, ObjectNode input, Function<JsonFields, T> reader) {
        if (broken.isPresent()) {
            return new Answer.Broken<>(broken.get());
        }
        ObjectNode message = dialogue.message("evaluate");
        question.put(message, input);
        last = message.get("id").intValue();
        calls++;
        Optional<SharedFiles> files = SharedFiles.of(introduction.files(), input);
        try {
            return new Outputs(launch.command().name()).read(question, dialogue.ask(message), reader);
        } catch (BrokenException e) {
            return new Answer.Broken<>(breakWith(e));
        } finally {
            files.ifPresent(SharedFiles::close);
        }
    }

    /** Tells it what was found of its last answer; no answer is waited for longer than a moment. */
    void tell(boolean valid, String sentence) {
        if (broken.isPresent() || last < 0) {
            return;
        }
        ObjectNode message = dialogue.message("analysis").put("of", last).put("valid", valid);
        if (!valid) {
            message.put("error", sentence);
        }
        try {
            dialogue.tell(message);
        } catch (BrokenException e) {
            breakWith(e);
        }
    }

    private String breakWith(BrokenException e) {
        child.destroy();
        broken = Optional.of(e.getMessage());
        return e.getMessage();
    }

    /** Closes its standard input and gives it a moment to end; then ends it, and all that it has started. Never throws. */
    @Override
    public void close() {
        if (broken.isEmpty()) {
            broken = Optional.of("%s: it was closed".formatted(launch.command().name()));
            child.close();
        }
    }
}
