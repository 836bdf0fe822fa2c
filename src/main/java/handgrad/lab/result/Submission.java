package handgrad.lab.result;

import handgrad.Named;
import handgrad.judge.Judgement;
import handgrad.judge.TensorJudgement;
import handgrad.judge.diagnosis.Diagnosis.Finding;
import handgrad.judge.function.Outcome;
import handgrad.judge.function.Structure;
import handgrad.judge.function.TensorResult;
import handgrad.judge.reading.Cause;
import handgrad.lab.result.Verification.Failed;
import handgrad.lab.result.Verification.Judged;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One of many gradients that are judged together, in a line.
 *
 * @param who its file, or the name of the program
 * @param mistake empty where there is none, {@code unknown} where none that is known fits
 * @param layer where the mistake is, counted from 1; of a function of its own the tensor; empty where nothing is known of it
 * @param sentence what is wrong, or why there was nothing to judge; empty where it passes
 */
public record Submission(String who, Ruling ruling, String mistake, String layer, String sentence) {
    private static final String UNKNOWN = "unknown";

    /** What it comes to. */
    public enum Ruling implements Named {
        PASS,
        FAIL,
        /** There was no gradient: the file is wrong, the program ended, or took too long. */
        NOT_JUDGED
    }

    /** One that there is no gradient of. */
    public static Submission notJudged(String who, String reason) {
        return new Submission(who, Ruling.NOT_JUDGED, "", "", reason);
    }

    /** One whose gradients are these: the first that is not right tells. */
    public static Submission of(String who, List<Verification> results) {
        return results.stream()
                .filter(result -> !result.passes())
                .findFirst()
                .map(result -> result instanceof Judged judged
                        ? wrong(who, judged)
                        : notJudged(who, ((Failed) result).reason()))
                .orElseGet(() -> new Submission(who, Ruling.PASS, "", "", ""));
    }

    /** A program. */
    public static Submission of(String who, Asked asked) {
        return asked.shown().map(shown -> wrong(who, shown)).orElseGet(() -> of(who, asked.answers()));
    }

    /** A function of its own. */
    public static Submission of(String who, AskedFunction asked) {
        if (asked.memory().isPresent()) {
            String memory = asked.memory().get();
            return new Submission(who, Ruling.FAIL, memory.replaceFirst("(?s)[,:\\s].*", ""), "", memory);
        }
        if (asked.outcome() == Outcome.UNDECIDED) {
            return notJudged(who, "nothing of its gradient can be judged at the points that were asked");
        }
        return asked.wrong().map(at -> wrong(who, at)).orElseGet(() -> new Submission(who, Ruling.PASS, "", "", ""));
    }

    private static Submission wrong(String who, AskedFunction.At at) {
        if (at.judgement().isEmpty()) {
            return notJudged(who, at.trouble().orElse("there is no gradient"));
        }
        String tensors = at.judgement().get().tensors().stream()
                .filter(tensor -> !tensor.passes())
                .map(TensorResult::name)
                .collect(Collectors.joining(", "));
        String sentence = at.judgement().get().structures().stream()
                .findFirst()
                .map(Structure::sentence)
                .or(() -> at.judgement().get().obstacle())
                .orElse("the gradient is wrong");
        return new Submission(who, Ruling.FAIL, UNKNOWN, tensors, sentence);
    }

    private static Submission wrong(String who, Judged judged) {
        return judged.diagnosis().stream()
                .flatMap(diagnosis -> diagnosis.findings().stream())
                .findFirst()
                .map(finding -> named(who, finding))
                .orElseGet(() -> unnamed(who, judged));
    }

    private static Submission named(String who, Finding finding) {
        return new Submission(
                who,
                Ruling.FAIL,
                joined(finding, Cause::mistake, ", "),
                joined(finding, cause -> String.valueOf(cause.layer() + 1), ", "),
                joined(finding, Cause::explanation, "; "));
    }

    private static String joined(Finding finding, Function<Cause, String> part, String between) {
        return finding.causes().stream().map(part).distinct().collect(Collectors.joining(between));
    }

    private static Submission unnamed(String who, Judged judged) {
        String layers = judged.judgement().parts().stream()
                .filter(part -> part.verdict() == Judgement.Verdict.FAIL)
                .map(part -> String.valueOf(part.block().layer() + 1))
                .distinct()
                .collect(Collectors.joining(", "));
        Stream<String> tensors =
                judged.tensors().stream().filter(tensor -> !tensor.passes()).map(TensorJudgement::name);
        Stream<String> sentences =
                Stream.concat(judged.notes().stream(), tensors.map("what is claimed for %s is wrong"::formatted));
        return new Submission(
                who, Ruling.FAIL, UNKNOWN, layers, sentences.findFirst().orElse("no known mistake fits"));
    }
}
