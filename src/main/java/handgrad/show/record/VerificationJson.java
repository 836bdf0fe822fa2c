package handgrad.show.record;

import handgrad.judge.Judgement;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.diagnosis.Fault;
import handgrad.lab.result.Verification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Verifications for programs. What does not exist is null; NaN and infinity are strings. */
public final class VerificationJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private VerificationJson() {}

    /** An object: what one case file or one experiment comes to. */
    public static String of(Verification result) {
        return MAPPER.writeValueAsString(document(result));
    }

    /** An array, whatever the number: what several names, or the cases of a Java class, come to. */
    public static String of(List<Verification> results) {
        return MAPPER.writeValueAsString(
                results.stream().map(VerificationJson::document).toList());
    }

    private record Document(
            String name,
            String verdict,
            Losses loss,
            List<Parameter> parameters,
            Map<String, EngineVerdict> engines,
            List<Mistaken> diagnosis,
            Double taylorRate,
            String failure,
            List<String> notes) {}

    private record Losses(Double claimed, double oracle, Double hand, Double dl4j) {}

    private record Parameter(
            int layer,
            String parameter,
            String verdict,
            double maxAbsoluteError,
            double maxRelativeError,
            double maxUlps,
            int failing,
            int size,
            Worst worst) {}

    private record Worst(int row, int column, double claimed, double oracle) {}

    private record EngineVerdict(String verdict, double maxRelativeError) {}

    private record Mistaken(String mistake, Integer layer, Double residual, String explanation) {}

    private static Document document(Verification result) {
        var engines = new LinkedHashMap<String, EngineVerdict>();
        var losses = new LinkedHashMap<String, Double>();
        for (Verification.Witness engine : result.engines()) {
            Judgement judgement = engine.judgement();
            engines.put(engine.name(), new EngineVerdict(verdict(judgement.passes()), judgement.maxRelativeError()));
            losses.put(engine.name(), engine.loss());
        }
        var claimed = result.claimedLoss();
        Double claimedLoss = claimed.isPresent() ? claimed.getAsDouble() : null;
        return new Document(
                result.name(),
                verdict(result.passes()),
                new Losses(claimedLoss, result.loss(), losses.get("hand"), losses.get("dl4j")),
                result.judgement().map(VerificationJson::parameters).orElse(List.of()),
                engines,
                result.diagnosis().map(found -> mistakes(result, found)).orElse(List.of()),
                taylorRate(result),
                result.failure().orElse(null),
                result.notes());
    }

    private static Double taylorRate(Verification result) {
        return result.secondOpinion()
                .map(Verification.SecondOpinion::taylorRate)
                .filter(java.util.OptionalDouble::isPresent)
                .map(java.util.OptionalDouble::getAsDouble)
                .orElse(null);
    }

    private static String verdict(boolean passes) {
        return passes ? "pass" : "fail";
    }

    private static List<Parameter> parameters(Judgement judgement) {
        return judgement.parts().stream()
                .map(part -> new Parameter(
                        part.block().layer(),
                        part.block().kind().id(),
                        part.verdict().id(),
                        part.maxAbsoluteError(),
                        part.maxRelativeError(),
                        part.maxUlps(),
                        part.failing(),
                        part.block().size(),
                        new Worst(
                                part.worst().address().row(),
                                part.worst().address().column(),
                                part.worst().judged(),
                                part.worst().oracle())))
                .toList();
    }

    /** A tie gives several with one residual; two mistakes made at once follow each other and name each other. */
    private static List<Mistaken> mistakes(Verification result, Diagnosis diagnosis) {
        if (diagnosis.findings().isEmpty()) {
            return List.of(new Mistaken("unknown", null, null, unknown(result, diagnosis)));
        }
        var mistakes = new ArrayList<Mistaken>();
        for (Diagnosis.Finding finding : diagnosis.findings()) {
            for (Fault fault : finding.faults()) {
                Integer layer = fault.layer().isPresent() ? fault.layer().getAsInt() : null;
                String explanation =
                        fault.explanation() + "; right: " + fault.mistake().cure();
                mistakes.add(new Mistaken(
                        fault.mistake().id(), layer, finding.residual(), explanation + together(finding, fault)));
            }
        }
        return mistakes;
    }

    private static String unknown(Verification result, Diagnosis diagnosis) {
        return IntStream.range(0, result.blame().size())
                .mapToObj(l ->
                        "; layer %d is %s".formatted(l, result.blame().get(l).id()))
                .reduce(diagnosis.searched().nothingFound(), String::concat);
    }

    private static String together(Diagnosis.Finding finding, Fault fault) {
        return finding.faults().stream()
                .filter(other -> !other.equals(fault))
                .map(other -> "; made together with " + other.mistake().id())
                .reduce("", String::concat);
    }
}
