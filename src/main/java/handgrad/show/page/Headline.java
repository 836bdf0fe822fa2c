package handgrad.show.page;

import handgrad.judge.Judgement;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.reading.Cause;
import handgrad.lab.result.Misstep;
import handgrad.lab.result.Mistaken;
import handgrad.lab.result.Run;
import handgrad.lab.result.Verdict;
import handgrad.lab.result.Verification;
import handgrad.lab.result.Verification.Failed;
import handgrad.show.text.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What came out, in the words that a page begins with. */
final class Headline {
    private Headline() {}

    static String of(Verification result) {
        if (result instanceof Failed) {
            return "There is no gradient to judge";
        }
        if (result.passes()) {
            return "Every entry is right up to rounding";
        }
        boolean otherwise =
                result.judged().map(judged -> judged.judgement().passes()).orElse(false);
        return otherwise
                ? "The gradient is right; what else is claimed is not"
                : result.judged()
                        .flatMap(Verification.Judged::diagnosis)
                        .map(Headline::mistake)
                        .orElse("The gradient is wrong");
    }

    /** Null where a run has nothing to complain of: then its name stands above it. */
    static String of(Run run) {
        boolean agrees = run.verdict().success() && run.verdict() != Verdict.ENGINES_DIFFER;
        return agrees
                ? null
                : run.missteps().stream()
                        .findFirst()
                        .flatMap(Headline::mistake)
                        .orElseGet(() -> withoutStop(Summary.verdict(run)));
    }

    private static Optional<String> mistake(Misstep misstep) {
        List<Mistaken> mistakes = misstep.mistakes();
        return mistakes.stream()
                .findFirst()
                .map(first -> capital(first.sentence())
                        + others(
                                mistakes.stream().map(Mistaken::name).distinct().toList()));
    }

    private static String mistake(Diagnosis diagnosis) {
        if (diagnosis.findings().isEmpty()) {
            return "The gradient is wrong, and no known mistake explains it";
        }
        List<Cause> causes = diagnosis.findings().get(0).causes();
        boolean alone = diagnosis.findings().size() == 1;
        String said = MistakeParts.common(causes)
                .map(sentence -> capital("%s: %s".formatted(layers(causes), sentence)))
                .orElseGet(() -> capital(causes.get(0).explanation())
                        + others(causes.stream().map(Cause::mistake).distinct().toList()));
        return alone ? said : said + ", or a mistake that looks the same here";
    }

    /** The names of the mistakes besides the first. */
    private static String others(List<String> names) {
        return names.size() == 1 ? "" : "; and " + joined(names.subList(1, names.size()));
    }

    private static String layers(List<Cause> causes) {
        List<Integer> layers = causes.stream()
                .map(cause -> cause.layer() + 1)
                .distinct()
                .sorted()
                .toList();
        if (layers.size() > 1) {
            return "layers " + joined(layers.stream().map(String::valueOf).toList());
        }
        Optional<String> parameter = causes.size() == 1 ? causes.get(0).parameter() : Optional.empty();
        return "layer " + layers.get(0) + parameter.map(part -> ", " + part).orElse("");
    }

    /** What the mistakes of the first finding explain, and what is right. */
    static List<String> explained(Judgement judgement, Diagnosis diagnosis) {
        var said = new ArrayList<String>();
        List<String> names = diagnosis.findings().get(0).causes().stream()
                .map(Cause::mistake)
                .distinct()
                .toList();
        String explain = names.size() == 1 ? "explains" : "together explain";
        said.add("%s %s every wrong entry.".formatted(joined(names), explain));
        List<String> right = IntStream.range(0, judgement.oracle().network().depth())
                .filter(layer -> isRight(judgement, layer))
                .mapToObj(layer -> "layer " + (layer + 1))
                .toList();
        if (!right.isEmpty()) {
            said.add(capital(joined(right)) + (right.size() == 1 ? " is right." : " are right."));
        }
        return said;
    }

    private static boolean isRight(Judgement judgement, int layer) {
        return judgement.parts().stream()
                .filter(part -> part.block().layer() == layer)
                .allMatch(part -> part.verdict() == Judgement.Verdict.PASS);
    }

    private static String joined(List<String> words) {
        return words.size() < 2
                ? words.get(0)
                : words.stream().limit(words.size() - 1L).collect(Collectors.joining(", ")) + " and "
                        + words.get(words.size() - 1);
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
