package handgrad.show.page;

import handgrad.Figures;
import handgrad.judge.Judgement;
import handgrad.lab.result.Provenance;
import handgrad.lab.result.Verification;
import handgrad.lab.result.Verification.Failed;
import handgrad.lab.result.Verification.Question;
import handgrad.lab.result.Verification.Witness;
import handgrad.show.page.KeyFigures.Figure;
import handgrad.show.text.DiagnosisText;
import handgrad.show.text.MarkdownText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A verified gradient: the verdict, each weight matrix and bias against the oracle, what the mistake is. */
final class VerificationParts {
    private VerificationParts() {}

    static Map<String, Object> of(Verification result, Provenance provenance) {
        String name = result.question().name();
        List<Judgement.Part> layers =
                result.judged().map(judged -> judged.judgement().parts()).orElse(List.of());
        var parts = new LinkedHashMap<String, Object>();
        parts.put("experiment", name);
        parts.put("variant", null);
        parts.put("title", name);
        parts.put("question", "Is this gradient right?");
        parts.put("method", METHOD);
        parts.put("subtitle", subtitle(result.question()));
        parts.put("time", provenance.time());
        parts.put("commit", provenance.commit());
        String id = result.passes() ? "pass" : "fail";
        parts.put("verdict", new Opening.Verdict(id, result.passes(), sentence(result)));
        parts.put("figures", figures(result));
        parts.put(
                "checks",
                layers.stream()
                        .filter(VerificationParts::isClaimed)
                        .map(VerificationParts::check)
                        .toList());
        parts.put("findings", findings(result));
        parts.put(
                "engines",
                List.of(result.judged().map(judged -> judged.source().name()).orElse("claimed")));
        parts.put("losses", List.of());
        parts.put(
                "weightMaps",
                result.judged().map(judged -> maps(judged.judgement())).orElse(List.of()));
        parts.put("provenance", MarkdownText.provenance(provenance).rows());
        return parts;
    }

    private static final String METHOD = "Every entry is held against forward-mode differentiation, within what "
            + "rounding explains there. Checks show the entry of each weight matrix and bias that is furthest off, by its "
            + "absolute error and tolerance.";

    private static String subtitle(Question question) {
        return "%s, %s (%s), %s, %s precision"
                .formatted(
                        question.network().shape(),
                        question.network().loss().id(),
                        question.network().reduction().id(),
                        Figures.count(question.samples(), "sample"),
                        question.precision().id());
    }

    private static String sentence(Verification result) {
        if (result instanceof Failed) {
            return "There is no gradient to judge.";
        }
        if (result.passes()) {
            return "Every entry is right up to rounding.";
        }
        boolean otherwise = result.judged()
                .map(judged -> judged.judgement().passes() && !judged.tensors().isEmpty())
                .orElse(false);
        return otherwise ? "The gradient is right; what else is claimed is not." : "The gradient is wrong.";
    }

    private static List<Figure> figures(Verification result) {
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("loss", Figures.of(result.question().loss()), "the oracle's"));
        result.claimedLoss()
                .ifPresent(loss -> figures.add(new Figure("claimed loss", Figures.of(loss), "as handed in")));
        result.judged().ifPresent(judged -> {
            Judgement judgement = judged.judgement();
            int wrong =
                    judgement.parts().stream().mapToInt(Judgement.Part::failing).sum();
            figures.add(new Figure(
                    "largest relative error", Figures.difference(judgement.maxRelativeError()), "of all entries"));
            figures.add(new Figure(
                    "wrong entries",
                    Figures.number(wrong),
                    "of " + Figures.number(result.question().network().size())));
        });
        return figures;
    }

    private static Opening.Check check(Judgement.Part part) {
        return new Opening.Check(
                part.block().symbol(),
                Math.abs(part.worst().judged() - part.worst().oracle()),
                part.worst().tolerance(),
                part.worst().address().toString(),
                part.verdict() != Judgement.Verdict.FAIL);
    }

    private static List<String> findings(Verification result) {
        var findings = new ArrayList<String>();
        if (result instanceof Failed failed) {
            findings.add(failed.reason());
        }
        result.judged().ifPresent(judged -> {
            judged.diagnosis().ifPresent(diagnosis -> findings.addAll(DiagnosisText.sentences(diagnosis)));
            for (Witness witness : judged.witnesses()) {
                findings.add("%s, asked as a witness: loss %s, its gradient is %s, off by %s at most."
                        .formatted(
                                witness.name(),
                                Figures.of(witness.loss()),
                                witness.judgement().passes() ? "right" : "wrong",
                                Figures.difference(witness.judgement().maxRelativeError())));
            }
            findings.addAll(judged.notes());
        });
        return findings;
    }

    private static boolean isClaimed(Judgement.Part part) {
        return part.verdict() != Judgement.Verdict.NOT_CLAIMED;
    }

    private static List<DifferenceParts.WeightMap> maps(Judgement judgement) {
        return judgement.parts().stream()
                .filter(VerificationParts::isClaimed)
                .filter(part -> part.block().isWeight())
                .filter(part -> part.block().size() <= DifferenceParts.LARGEST_MAP)
                .map(part -> map(judgement, part))
                .toList();
    }

    private static DifferenceParts.WeightMap map(Judgement judgement, Judgement.Part part) {
        var worst = part.worst();
        return DifferenceParts.map(
                "the oracle",
                part.block(),
                i -> judgement.excess().values()[i],
                new DifferenceParts.Worst(
                        worst.address().row(), worst.address().column(), worst.judged(), worst.oracle()));
    }
}
