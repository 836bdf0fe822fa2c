package handgrad.show.page;

import handgrad.Figures;
import handgrad.judge.Judgement;
import handgrad.lab.result.Provenance;
import handgrad.lab.result.Verification;
import handgrad.network.Block;
import handgrad.show.text.MarkdownText;
import handgrad.show.text.VerificationText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A verified gradient: the verdict, each weight matrix and bias against the oracle, what the mistake is. */
final class VerificationParts {
    private VerificationParts() {}

    static Map<String, Object> of(Verification result, Provenance provenance) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put("experiment", result.name());
        parts.put("variant", null);
        parts.put("title", result.name());
        parts.put("question", "Is this gradient right?");
        parts.put("expectation", EXPECTATION);
        parts.put("subtitle", subtitle(result));
        parts.put("time", provenance.time());
        parts.put("commit", provenance.commit());
        String id = result.passes() ? "pass" : "fail";
        parts.put("verdict", new Opening.Verdict(id, result.passes(), sentence(result)));
        parts.put("figures", figures(result));
        parts.put("checks", checks(result));
        parts.put("findings", findings(result));
        parts.put("engines", List.of(result.judged()));
        parts.put("losses", List.of());
        parts.put("weightMaps", maps(result));
        parts.put("provenance", Closing.provenance(MarkdownText.provenance(provenance)));
        return parts;
    }

    private static final String EXPECTATION = "Every entry is held against forward-mode differentiation, within what "
            + "rounding explains there. Checks show the entry of each weight matrix and bias that is furthest off, by its "
            + "absolute error and tolerance.";

    private static String subtitle(Verification result) {
        return "%s, %s (%s), %s, %s precision"
                .formatted(
                        result.network().shape(),
                        result.network().loss().id(),
                        result.network().reduction().id(),
                        Figures.count(result.samples(), "sample"),
                        result.precision().name().toLowerCase(Locale.ROOT));
    }

    private static String sentence(Verification result) {
        if (result.judgement().isEmpty()) {
            return "There is no gradient to judge.";
        }
        return result.passes() ? "Every entry is right up to rounding." : "The gradient is wrong.";
    }

    private static List<KeyFigures.Figure> figures(Verification result) {
        var figures = new ArrayList<KeyFigures.Figure>();
        figures.add(new KeyFigures.Figure("loss", Figures.of(result.loss()), "the oracle's"));
        result.claimedLoss()
                .ifPresent(
                        loss -> figures.add(new KeyFigures.Figure("claimed loss", Figures.of(loss), "as handed in")));
        result.judgement().ifPresent(judgement -> {
            int wrong =
                    judgement.parts().stream().mapToInt(Judgement.Part::failing).sum();
            figures.add(new KeyFigures.Figure(
                    "largest relative error", Figures.difference(judgement.maxRelativeError()), "of all entries"));
            figures.add(new KeyFigures.Figure(
                    "wrong entries",
                    Figures.number(wrong),
                    "of " + Figures.number(result.network().size())));
        });
        return figures;
    }

    private static List<Opening.Check> checks(Verification result) {
        return result.judgement().map(Judgement::parts).orElse(List.of()).stream()
                .map(part -> new Opening.Check(
                        part.block().name(),
                        Math.abs(part.worst().judged() - part.worst().oracle()),
                        part.worst().tolerance(),
                        part.worst().address().toString(),
                        part.verdict() != Judgement.Verdict.FAIL))
                .toList();
    }

    private static List<String> findings(Verification result) {
        var findings = new ArrayList<String>();
        result.failure().ifPresent(findings::add);
        result.diagnosis()
                .ifPresent(diagnosis -> findings.addAll(VerificationText.diagnosis(result, diagnosis)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.equals("Diagnosis:"))
                        .toList()));
        for (Verification.Witness witness : result.engines()) {
            findings.add("%s, asked as a witness: loss %s, its gradient is %s, off by %s at most."
                    .formatted(
                            witness.name(),
                            Figures.of(witness.loss()),
                            witness.judgement().passes() ? "right" : "wrong",
                            Figures.difference(witness.judgement().maxRelativeError())));
        }
        findings.addAll(result.notes());
        return findings;
    }

    private static List<DifferenceParts.WeightMap> maps(Verification result) {
        return result.judgement().stream()
                .flatMap(judgement -> judgement.parts().stream()
                        .filter(part -> part.block().kind() == Block.Kind.WEIGHTS)
                        .filter(part -> part.block().size() <= DifferenceParts.LARGEST_MAP)
                        .map(part -> map(judgement, part)))
                .toList();
    }

    private static DifferenceParts.WeightMap map(Judgement judgement, Judgement.Part part) {
        double[] judged = judgement.judged().toArray();
        double[] oracle = judgement.oracle().toArray();
        double scale = part.maxRelativeError() == 0 ? 1 : part.maxAbsoluteError() / part.maxRelativeError();
        var worst = part.worst();
        return new DifferenceParts.WeightMap(
                "the oracle",
                part.block().name(),
                part.block().rows(),
                part.block().columns(),
                DifferenceParts.log10(part.block(), judged, oracle, scale),
                part.maxRelativeError() == 0
                        ? null
                        : new DifferenceParts.Worst(
                                worst.address().row(), worst.address().column(), worst.judged(), worst.oracle()));
    }
}
