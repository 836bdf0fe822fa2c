package handgrad.input.program;

import handgrad.Shown;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** One message after another, each answered with its id before the next is sent. */
final class Dialogue {
    private static final Duration MOMENT = Duration.ofMillis(200);

    private final Child child;
    private final String name;
    private final Clock clock;
    /** Messages whose answer nobody waits for any more. */
    private final Set<Integer> late = new HashSet<>();

    private int next;

    Dialogue(Child child, String name, Clock clock) {
        this.child = child;
        this.name = name;
        this.clock = clock;
    }

    /** A message with the next id. */
    ObjectNode message(String kind) {
        return Json.object().put("id", next++).put("kind", kind);
    }

    /** Sends a message and waits for its answer. @throws BrokenException if there is none */
    Reply ask(ObjectNode message) throws BrokenException {
        String text = Json.write(message);
        var exchange = new Exchange(name, text);
        try {
            refuseWhatStandsThere(exchange);
            Duration wait = clock.forAnswer();
            if (wait.isZero()) {
                throw new BrokenException(exchange.said(clock.wholeOver()));
            }
            long start = System.nanoTime();
            send(text);
            while (true) {
                Duration left = wait.minusNanos(System.nanoTime() - start);
                Line line = child.next(left.isNegative() ? Duration.ZERO : left)
                        .orElseThrow(() -> new BrokenException(exchange.said(clock.late())));
                Envelope answer = open(line, exchange);
                if (answer.id() == message.get("id").intValue()) {
                    return new Reply(answer.json(), exchange, line.beginning());
                }
                if (!late.remove(answer.id())) {
                    throw new BrokenException(exchange.said(
                            "expected an answer with id %s, found id %d".formatted(message.get("id"), answer.id()),
                            line.beginning()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokenException(exchange.said("interrupted"));
        }
    }

    /** Sends a message whose answer says nothing, and waits for it no longer than a moment. */
    void tell(ObjectNode message) throws BrokenException {
        String text = Json.write(message);
        send(text);
        late.add(message.get("id").intValue());
        try {
            Optional<Line> line = child.next(MOMENT);
            if (line.isPresent()) {
                late.remove(open(line.get(), new Exchange(name, text)).id());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(String text) {
        child.send((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** What was written before anything was asked is no answer. */
    private void refuseWhatStandsThere(Exchange exchange) throws BrokenException, InterruptedException {
        Optional<Line> line = child.next(Duration.ZERO);
        while (line.isPresent()) {
            if (!late.remove(open(line.get(), exchange).id())) {
                throw new BrokenException(exchange.said(
                        "expected one line for each message, found one more",
                        line.get().beginning()));
            }
            line = child.next(Duration.ZERO);
        }
    }

    private Envelope open(Line line, Exchange exchange) throws BrokenException, InterruptedException {
        if (line instanceof Line.End end) {
            throw new BrokenException(ended(end, exchange));
        }
        return Envelope.of(line, exchange);
    }

    private String ended(Line.End end, Exchange exchange) throws InterruptedException {
        OptionalInt code = child.exitCode();
        String problem = code.isPresent()
                ? "it has ended with exit code %d%s".formatted(code.getAsInt(), lastWords())
                : "it has closed its standard output";
        return end.bytes().length == 0
                ? exchange.said(problem)
                : exchange.said(problem + ", in the middle of a line", end.beginning());
    }

    private String lastWords() throws InterruptedException {
        String last = child.lastWords();
        return last.isEmpty() ? "" : " after the words '%s'".formatted(Shown.text(last));
    }
}
