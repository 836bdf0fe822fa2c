package handgrad.show.page;

import handgrad.Figures;
import handgrad.judge.Judgement;
import handgrad.judge.Judgement.Part;
import handgrad.lab.result.Provenance;
import handgrad.lab.result.Verification;
import handgrad.lab.result.Verification.Failed;
import handgrad.lab.result.Verification.Judged;
import handgrad.lab.result.Verification.Question;
import handgrad.show.text.MarkdownText;
import handgrad.show.text.TextTable;
import handgrad.show.text.VerificationTables;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A verified gradient: the verdict, the mistake and its place, each parameter against the oracle, who else was heard. */
final class VerificationParts {
    private VerificationParts() {}

    static Map<String, Object> of(Verification result, Provenance provenance) {
        Question question = result.question();
        var parts = new LinkedHashMap<String, Object>();
        parts.put("experiment", question.name());
        parts.put("variant", null);
        parts.put("title", question.name());
        parts.put("headline", Headline.of(result));
        parts.put("question", "Is this gradient right?");
        parts.put("subtitle", subtitle(question));
        parts.put("time", provenance.time());
        parts.put("commit", provenance.commit());
        String id = result.passes() ? "pass" : "fail";
        parts.put("verdict", new Opening.Verdict(id, result.passes(), sentence(result)));
        parts.put(
                "engines",
                List.of(result.judged().map(judged -> judged.source().name()).orElse("claimed")));
        parts.put("losses", List.of());
        result.judged().ifPresent(judged -> parts.putAll(judged(judged)));
        parts.put("findings", findings(result));
        parts.put("provenance", MarkdownText.provenance(provenance).rows());
        return parts;
    }

    private static Map<String, Object> judged(Judged judged) {
        Judgement judgement = judged.judgement();
        Question question = judged.question();
        var parts = new LinkedHashMap<String, Object>();
        parts.put("mistake", MistakeParts.of(judged));
        parts.put(
                "stations",
                NetworkPart.of(question.network(), question.loss(), judgement, MistakeParts.places(judged)));
        parts.putAll(EntryParts.of(judged));
        parts.put(
                "checks",
                judgement.parts().stream()
                        .filter(VerificationParts::isClaimed)
                        .map(VerificationParts::check)
                        .toList());
        parts.put("weightMaps", maps(judgement));
        TextTable witnesses = VerificationTables.witnesses(judged);
        parts.put(
                "witnesses",
                new Witnesses(
                        witnesses.header(),
                        witnesses.rows(),
                        judged.secondOpinion()
                                .map(VerificationTables::secondOpinion)
                                .orElse(null)));
        return parts;
    }

    /** @param secondOpinion what finite differences say; null where they were not asked */
    record Witnesses(List<String> header, List<List<String>> rows, String secondOpinion) {}

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
        if (result instanceof Failed failed) {
            return failed.reason();
        }
        List<Part> parts = result.judged().orElseThrow().judgement().parts().stream()
                .filter(VerificationParts::isClaimed)
                .toList();
        int wrong = parts.stream().mapToInt(Part::failing).sum();
        int all = parts.stream().mapToInt(part -> part.block().size()).sum();
        String count = wrong == 0
                ? "All of %s are right".formatted(Figures.count(all, "number"))
                : "%s of %s are wrong".formatted(Figures.number(wrong), Figures.count(all, "number"));
        return count + ", each held against forward mode within what rounding explains there.";
    }

    private static Opening.Check check(Part part) {
        return new Opening.Check(
                part.block().symbol(),
                Math.abs(part.worst().judged() - part.worst().oracle()),
                part.worst().tolerance(),
                part.worst().address().toString(),
                part.verdict() != Judgement.Verdict.FAIL);
    }

    /** What else is known. */
    private static List<String> findings(Verification result) {
        return result.judged().map(Judged::notes).orElse(List.of());
    }

    private static boolean isClaimed(Part part) {
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

    private static DifferenceParts.WeightMap map(Judgement judgement, Part part) {
        var worst = part.worst();
        return DifferenceParts.map(
                "the oracle",
                part.block(),
                i -> judgement.excess().values()[i],
                new DifferenceParts.Worst(
                        worst.address().row(), worst.address().column(), worst.judged(), worst.oracle()));
    }
}
