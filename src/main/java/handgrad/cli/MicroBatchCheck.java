package handgrad.cli;

import handgrad.Shown;
import handgrad.input.program.Ability;
import handgrad.lab.EngineKind;
import handgrad.lab.own.ClassRespondent;
import handgrad.lab.own.Respondent;
import handgrad.lab.program.AccumulationExaminer;
import handgrad.lab.program.LiveProgram;
import handgrad.lab.program.MicroBatchPoints;
import handgrad.lab.result.Accumulated;
import handgrad.network.Precision;
import handgrad.show.record.AskedJson;
import handgrad.show.text.AccumulatedText;
import handgrad.show.text.AskedText;
import handgrad.show.text.Screen;
import java.util.List;
import picocli.CommandLine.ExitCode;

/** Verifies who is given each batch in K micro-batches: asks, and prints what came of it. */
record MicroBatchCheck(int count, ModelOptions model, VerifyFiles files, VerifyOutput output) {
    /** A running program. */
    int of(LiveProgram own) {
        String tool = own.program().tool();
        Ability can = own.program().ability();
        if (!can.accumulates()) {
            throw MicroBatchOptions.refusal(tool, !(can instanceof Ability.Own));
        }
        MicroBatchPoints points = MicroBatchPoints.of(can, count);
        Accumulated found = examined(tool, points, own.networks(), ProgramCheck.precision(model.precision(), can));
        own.program().tell(found.asked().passes(), AccumulatedText.headline(found, Screen.FILE));
        return written(found);
    }

    /** A Java class. */
    int of(ClassRespondent respondent) {
        MicroBatchPoints points = MicroBatchPoints.standard(count);
        return written(examined(respondent.made().name(), points, respondent, model.precision()));
    }

    private Accumulated examined(String tool, MicroBatchPoints points, Respondent respondent, Precision precision) {
        List<EngineKind> engines = model.engines(List.of(EngineKind.HAND, EngineKind.DL4J));
        var examiner = new AccumulationExaminer(count, engines, precision);
        return Working.during(
                "asking " + Shown.text(tool),
                output.screen(),
                new Pace(),
                output.err(),
                () -> examiner.examine(tool, points, respondent));
    }

    private int written(Accumulated found) {
        String details = output.verbose() ? AskedText.details(found.asked(), output.screen()) : "";
        output.print(output.json() ? AskedJson.of(found) + "\n" : AccumulatedText.of(found, output.screen()) + details);
        files.write(List.of(found.asked().reported()), output);
        return found.asked().passes() ? ExitCode.OK : Ends.FAILED;
    }
}
