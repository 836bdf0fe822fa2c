package handgrad.lab;

import handgrad.InputException;
import handgrad.engine.Batch;
import handgrad.engine.Descent;
import handgrad.engine.LossGradient;
import handgrad.engine.Parameters;
import handgrad.input.claim.Case;
import handgrad.judge.Judgement;
import handgrad.judge.diagnosis.Diagnosis;
import handgrad.lab.result.Verification.Witness;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Trained;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;

/** The engines' own answers to a case, judged like any other. */
record Witnesses(Case given, List<EngineKind> kinds, Precision precision) {
    /**
     * What was heard.
     *
     * @param notes on engines that are wrong themselves, or refuse the network, a sentence each
     */
    record Heard(List<Witness> witnesses, List<String> notes) {}

    /** The loss and gradient of one engine at the case's point. */
    LossGradient answer(EngineKind kind) {
        DataType type = DataType.valueOf(precision.name());
        return kind.create(Parameters.of(given.parameters(), type), Descent.sgd(1), Trained.ALL)
                .gradient(Batch.of(type, given.samples()));
    }

    /** Asks every engine. */
    Heard heard(Oracle oracle) {
        var witnesses = new ArrayList<Witness>();
        var notes = new ArrayList<String>();
        for (EngineKind kind : kinds) {
            try {
                LossGradient answer = answer(kind);
                Point gradient = given.penalty().addedTo(answer.gradient().point(), given.parameters());
                Judgement judgement = oracle.judge(gradient);
                double loss = answer.loss() + given.penalty().loss(given.parameters());
                witnesses.add(new Witness(kind.id(), loss, judgement));
                if (!judgement.passes()) {
                    notes.add(wrong(kind, oracle, gradient));
                }
            } catch (InputException e) {
                notes.add("The engine %s is not heard: %s.".formatted(kind.id(), e.getMessage()));
            }
        }
        return new Heard(witnesses, notes);
    }

    private String wrong(EngineKind kind, Oracle oracle, Point gradient) {
        if (!oracle.diagnoses()) {
            return "The engine %s is itself wrong here, and is not heard.".formatted(kind.id());
        }
        Diagnosis diagnosis = oracle.diagnose(gradient);
        String why = diagnosis.findings().isEmpty()
                ? diagnosis.searched().nothingFound()
                : diagnosis.findings().get(0).causes().get(0).explanation();
        return "The engine %s is itself wrong here, and is not heard: %s.".formatted(kind.id(), why);
    }
}
