package handgrad.show.record;

import handgrad.judge.Judgement;
import handgrad.judge.TensorJudgement;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.reading.Cause;
import handgrad.lab.result.Verification;
import handgrad.lab.result.Verification.Failed;
import handgrad.lab.result.Verification.Judged;
import handgrad.lab.result.Verification.SecondOpinion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Verifications for programs. What does not exist is null; NaN and infinity are strings. */
public final class VerificationJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Their losses are null where they were not heard. */
    private static final List<String> ALWAYS_NAMED = List.of("hand", "dl4j");

    private VerificationJson() {}

    /** An object: what one case file or one experiment comes to. */
    public static String of(Verification result) {
        return MAPPER.writeValueAsString(document(result));
    }

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

    private record Tensor(
            String name, String verdict, double maxAbsoluteError, int failing, int size, TensorJudgement.Worst worst) {}

    private record EngineVerdict(String verdict, double maxRelativeError) {}

    private record Mistaken(
            int reading,
            String mistake,
            String step,
            OptionalInt layer,
            Optional<String> parameter,
            String computes,
            String right,
            Double residual,
            String explanation) {}

    static Map<String, Object> document(Verification result) {
        Optional<Judged> judged = result.judged();
        var document = new LinkedHashMap<String, Object>();
        document.put("name", result.question().name());
        document.put("verdict", verdict(result.passes()));
        document.put("loss", losses(result));
        document.put(
                "parameters", judged.map(one -> parameters(one.judgement())).orElse(List.of()));
        document.put("engines", engines(judged));
        document.put(
                "diagnosis",
                judged.flatMap(Judged::diagnosis)
                        .map(VerificationJson::mistakes)
                        .orElse(List.of()));
        document.put("tensors", judged.map(one -> tensors(one.tensors())).orElse(List.of()));
        document.put("taylorRate", judged.flatMap(Judged::secondOpinion).map(SecondOpinion::taylorRate));
        document.put("failure", result instanceof Failed failed ? failed.reason() : null);
        document.put("notes", judged.map(Judged::notes).orElse(List.of()));
        return document;
    }

    private static Map<String, Object> losses(Verification result) {
        var losses = new LinkedHashMap<String, Object>();
        losses.put("claimed", result.claimedLoss());
        losses.put("oracle", result.question().loss());
        ALWAYS_NAMED.forEach(engine -> losses.put(engine, null));
        result.judged()
                .ifPresent(judged -> judged.witnesses().forEach(witness -> losses.put(witness.name(), witness.loss())));
        return losses;
    }

    private static Map<String, EngineVerdict> engines(Optional<Judged> judged) {
        var engines = new LinkedHashMap<String, EngineVerdict>();
        judged.ifPresent(one -> one.witnesses()
                .forEach(witness -> engines.put(
                        witness.name(),
                        new EngineVerdict(
                                verdict(witness.judgement().passes()),
                                witness.judgement().maxRelativeError()))));
        return engines;
    }

    static String verdict(boolean passes) {
        return passes ? "pass" : "fail";
    }

    private static List<Parameter> parameters(Judgement judgement) {
        return judgement.parts().stream()
                .map(part -> new Parameter(
                        part.block().layer(),
                        part.block().slot().name(),
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

    private static List<Tensor> tensors(List<TensorJudgement> tensors) {
        return tensors.stream()
                .map(tensor -> new Tensor(
                        tensor.name(),
                        verdict(tensor.passes()),
                        tensor.maxAbsoluteError(),
                        tensor.failing(),
                        tensor.size(),
                        tensor.worst()))
                .toList();
    }

    /** Entries of one reading hold together; several readings are a tie, the likeliest first. */
    private static List<Mistaken> mistakes(Diagnosis diagnosis) {
        var mistakes = new ArrayList<Mistaken>();
        List<Diagnosis.Finding> findings = diagnosis.findings();
        for (int reading = 0; reading < findings.size(); reading++) {
            for (Cause cause : findings.get(reading).causes()) {
                mistakes.add(new Mistaken(
                        reading,
                        cause.mistake(),
                        cause.step().id(),
                        OptionalInt.of(cause.layer()),
                        cause.parameter(),
                        cause.computes(),
                        cause.right(),
                        findings.get(reading).residual(),
                        cause.explanation() + "; " + cause.formulas()));
            }
        }
        return mistakes.isEmpty() ? List.of(unknown(diagnosis)) : mistakes;
    }

    private static Mistaken unknown(Diagnosis diagnosis) {
        String explanation = diagnosis.searched().nothingFound()
                + diagnosis.holds().stream().map("; "::concat).collect(Collectors.joining());
        return new Mistaken(0, "unknown", null, OptionalInt.empty(), Optional.empty(), null, null, null, explanation);
    }
}
