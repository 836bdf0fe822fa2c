package handgrad.lab.program;

import handgrad.InputException;
import handgrad.input.program.Answer;
import handgrad.input.program.FunctionClaim;
import handgrad.judge.function.Budget;
import handgrad.judge.function.Format;
import handgrad.judge.function.FunctionJudge;
import handgrad.judge.function.PointAudit;
import handgrad.judge.function.Tensor;
import handgrad.lab.own.Repeats;
import handgrad.lab.result.AskedFunction;
import handgrad.lab.result.AskedFunction.At;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Verifies the gradient of a function of somebody's own, where it starts and at two points nearby that hide less; what the first
 * would hide is told. Each gradient is asked twice, so that what is kept between calls shows.
 */
public final class FunctionExaminer {
    private static final int MOVED = 2;
    private static final long SEED = 5;
    /** Enough for some hundred entries. */
    private static final Budget NEARBY = new Budget(2_000, Duration.ofSeconds(4));

    private final String tool;
    private final List<Tensor> start;
    private final Format format;
    private final List<String> notes = new ArrayList<>();
    private FunctionRespondent respondent;
    private int calls;

    /**
     * @param tool the name of the program
     * @param start its tensors, where it starts
     */
    public FunctionExaminer(String tool, List<Tensor> start, Format format, FunctionRespondent respondent) {
        this.tool = tool;
        this.start = List.copyOf(start);
        this.format = format;
        this.respondent = respondent;
    }

    /** There is nothing more to ask. */
    private static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoAnswer(String reason) {
            super(reason);
        }
    }

    /**
     * Everything that was found.
     *
     * @throws InputException if nothing is differentiated, or there is no gradient at all
     */
    public AskedFunction examine() {
        if (start.stream().noneMatch(Tensor::differentiated)) {
            throw new InputException("%s: expected a tensor with \"differentiate\":true, found none".formatted(tool));
        }
        var points = new ArrayList<List<Tensor>>();
        points.add(start);
        for (int i = 0; i < MOVED; i++) {
            points.add(Moved.from(start, SEED + i));
        }
        var asked = new ArrayList<Asked>();
        for (int i = 0; i < points.size(); i++) {
            asked.addAll(twice(points.get(i)));
            if (i == 1) {
                asked.add(ask(start));
            }
        }
        Optional<String> memory = memory(asked);
        var found = new ArrayList<At>();
        for (int i = 0; i < points.size(); i++) {
            List<Tensor> point = points.get(i);
            String name = i == 0 ? "where it starts" : "nearby, point " + i;
            Asked first =
                    asked.stream().filter(one -> one.point == point).findFirst().orElseThrow();
            At at = at(name, first, i == 0 ? Budget.DEFAULT : NEARBY);
            found.add(at);
        }
        if (found.stream().allMatch(at -> at.judgement().isEmpty())) {
            throw new InputException("%s: no gradient to judge: %s"
                    .formatted(tool, found.get(0).trouble().orElseThrow()));
        }
        return new AskedFunction(tool, format, found, memory, PointAudit.of(start), calls, notes);
    }

    private record Asked(List<Tensor> point, Answer<FunctionClaim> answer) {}

    private List<Asked> twice(List<Tensor> point) {
        return List.of(ask(point), ask(point));
    }

    private Asked ask(List<Tensor> point) {
        calls++;
        return new Asked(point, respondent.gradient(values(point)));
    }

    private static List<double[]> values(List<Tensor> point) {
        return point.stream().map(Tensor::values).toList();
    }

    private At at(String name, Asked asked, Budget budget) {
        if (!(asked.answer instanceof Answer.Given<FunctionClaim> given)) {
            return new At(name, Optional.empty(), asked.answer.trouble());
        }
        try {
            var judge = new FunctionJudge(this::loss, asked.point, format, budget, SEED);
            var judgement = judge.judge(given.value().gradients(), given.value().intermediates());
            return new At(name, Optional.of(judgement), Optional.empty());
        } catch (NoAnswer e) {
            return new At(name, Optional.empty(), Optional.of(e.getMessage()));
        }
    }

    private double loss(List<double[]> values) {
        calls++;
        Answer<Double> answer = respondent.loss(values);
        if (answer instanceof Answer.Given<Double> given) {
            return given.value();
        }
        throw new NoAnswer(answer.trouble().orElseThrow());
    }

    /** What is kept between calls, or left to chance. A new process is started to tell the two apart. */
    private Optional<String> memory(List<Asked> asked) {
        List<Repeats.Given> answers = asked.stream()
                .filter(one -> one.answer instanceof Answer.Given<FunctionClaim>)
                .map(one -> new Repeats.Given(new Point(one.point), flat(one.answer)))
                .toList();
        var repeats = new Repeats(answers, parts());
        if (answers.size() < asked.size() || repeats.none()) {
            return Optional.empty();
        }
        respondent = respondent.again();
        Asked anew = ask(start);
        boolean same = anew.answer instanceof Answer.Given<FunctionClaim>
                && Repeats.same(flat(anew.answer), answers.get(0).gradient());
        Repeats.Kept kept = same ? repeats.kept() : Repeats.chance();
        return Optional.of("%s: %s; your program computes %s; right is %s"
                .formatted(kept.mistake(), kept.sentence(), kept.computes(), kept.right()));
    }

    /** A point is the same question as itself alone: lists of arrays have no other equality. */
    private record Point(List<Tensor> tensors) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Point point && point.tensors == tensors;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(tensors);
        }
    }

    private List<Repeats.Part> parts() {
        var parts = new ArrayList<Repeats.Part>();
        int from = 0;
        for (Tensor tensor : start) {
            if (tensor.differentiated()) {
                int to = from + tensor.values().length;
                parts.add(new Repeats.Part("d" + tensor.name(), from, to));
                from = to;
            }
        }
        return parts;
    }

    private static double[] flat(Answer<FunctionClaim> answer) {
        return ((Answer.Given<FunctionClaim>) answer)
                .value().gradients().stream().flatMapToDouble(Arrays::stream).toArray();
    }
}
