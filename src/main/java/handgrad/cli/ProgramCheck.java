package handgrad.cli;

import handgrad.InputException;
import handgrad.Shown;
import handgrad.input.program.Ability;
import handgrad.input.program.Program;
import handgrad.lab.EngineKind;
import handgrad.lab.program.Against;
import handgrad.lab.program.FunctionExaminer;
import handgrad.lab.program.LiveProgram;
import handgrad.lab.program.ProgramExaminer;
import handgrad.lab.result.Asked;
import handgrad.lab.result.AskedFunction;
import handgrad.lab.result.Compared;
import handgrad.lab.result.Option;
import handgrad.lab.result.Verification;
import handgrad.network.Precision;
import handgrad.show.record.AskedJson;
import handgrad.show.text.AskedFunctionText;
import handgrad.show.text.AskedText;
import handgrad.show.text.ComparedText;
import handgrad.show.text.Screen;
import handgrad.show.text.Sheet;
import handgrad.show.text.Sheet.Entry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.ExitCode;

/** Verifies a program that is asked: starts it, asks, prints what came of it, and ends it. */
record ProgramCheck(
        ProgramOptions options,
        MicroBatchOptions microBatches,
        ModelOptions model,
        VerifyFiles files,
        Duration limit,
        VerifyOutput output) {

    int call() {
        Consumer<String> remarks = output::remark;
        try (var own = new LiveProgram(options.start(limit, remarks))) {
            if (microBatches.given()) {
                return new MicroBatchCheck(microBatches.count(), model, files, output).of(own);
            }
            Optional<Program> reference = options.startOther(limit, remarks);
            try {
                return call(own, reference);
            } finally {
                reference.ifPresent(Program::close);
            }
        }
    }

    private int call(LiveProgram own, Optional<Program> reference) {
        Ability can = own.program().ability();
        Optional<Compared> compared = reference.map(other -> compared(own, new LiveProgram(other)));
        int exit =
                can instanceof Ability.Own function ? function(own, function, compared) : networks(own, can, compared);
        return exit == ExitCode.OK && !compared.map(Compared::passes).orElse(true) ? Ends.FAILED : exit;
    }

    private int networks(LiveProgram own, Ability can, Optional<Compared> compared) {
        String tool = own.program().tool();
        var examiner = new ProgramExaminer(
                model.engines(List.of(EngineKind.HAND, EngineKind.DL4J)), precision(model.precision(), can));
        Asked asked = asking(tool, () -> examiner.examine(tool, can, own.networks()));
        own.program().tell(asked.passes(), AskedText.headline(asked, Screen.FILE));
        tell(
                AskedJson.of(asked, compared),
                compared,
                AskedText.of(asked, output.screen()),
                AskedText.details(asked, output.screen()));
        files.write(List.of(asked.reported()), output);
        suggest(asked.answers(), asked.passes());
        return asked.passes() ? ExitCode.OK : Ends.FAILED;
    }

    private int function(LiveProgram own, Ability.Own can, Optional<Compared> compared) {
        files.refuse("a function of its own");
        String tool = own.program().tool();
        var examiner = new FunctionExaminer(tool, can.tensors(), can.format(), own.function());
        AskedFunction asked = asking(tool, examiner::examine);
        own.program().tell(asked.passes(), AskedFunctionText.headline(asked, Screen.FILE));
        tell(
                AskedJson.of(asked, compared),
                compared,
                AskedFunctionText.of(asked, output.screen()),
                AskedFunctionText.details(asked, output.screen()));
        suggest(List.of(), asked.passes());
        return Subject.exit(asked.outcome());
    }

    private <T> T asking(String tool, Supplier<T> work) {
        return Working.during("asking " + Shown.text(tool), output.screen(), new Pace(), output.err(), work);
    }

    /** One document, or the text of both verdicts. */
    private void tell(String document, Optional<Compared> compared, String text, String details) {
        if (output.json()) {
            output.print(document.stripTrailing() + "\n");
            return;
        }
        Screen screen = output.screen();
        var sheet = new Sheet(screen);
        compared.ifPresent(pair -> {
            sheet.add(ComparedText.of(pair, screen));
            sheet.add(output.verbose() ? ComparedText.details(pair, screen) : "")
                    .gap();
        });
        sheet.add(text).add(output.verbose() ? details : "");
        output.print(sheet.toString());
    }

    /** What to do next, where it is told as text. */
    private void suggest(List<Verification> judged, boolean passes) {
        if (!output.json()) {
            var sheet = new Sheet(output.screen());
            boolean ofFunction = judged.isEmpty();
            List<Entry> details = NextSteps.details(output.verbose(), files.reporting() || ofFunction);
            NextSteps.set(
                    sheet,
                    NextSteps.afterOwn(
                            new Option("--program", options.command()), model.precision(), judged, passes, details));
            output.print(sheet.toString());
        }
    }

    /** Single precision where it is asked for, else what a program says of itself. */
    static Precision precision(Precision asked, Ability can) {
        return asked == Precision.FLOAT ? Precision.FLOAT : declared(can);
    }

    private static Precision declared(Ability can) {
        return can instanceof Ability.Networks networks ? networks.precision() : ((Ability.Fixed) can).precision();
    }

    /** At the first point at which both have an answer. */
    private Compared compared(LiveProgram own, LiveProgram other) {
        Ability can = own.program().ability();
        Ability others = other.program().ability();
        if (can instanceof Ability.Own function && others instanceof Ability.Own reference) {
            double epsilon =
                    Math.max(function.format().epsilon(), reference.format().epsilon());
            return against(own, other, epsilon).functions(own.function(), other.function(), function.tensors());
        }
        if (can instanceof Ability.Own || others instanceof Ability.Own) {
            throw new InputException(
                    "--against: expected two programs that take networks, or two functions of their own");
        }
        double epsilon = Math.max(declared(can).epsilon(), declared(others).epsilon());
        return against(own, other, epsilon).networks(own.networks(), other.networks(), can);
    }

    private static Against against(LiveProgram own, LiveProgram other, double epsilon) {
        return new Against(own.program().tool(), other.program().tool(), epsilon);
    }
}
