package handgrad.cli;

import handgrad.InputException;
import handgrad.input.claim.Case;
import handgrad.input.claim.CaseFile;
import handgrad.input.program.Ability;
import handgrad.input.program.Program;
import handgrad.lab.Examiner;
import handgrad.lab.program.FunctionExaminer;
import handgrad.lab.program.LiveProgram;
import handgrad.lab.program.ProgramExaminer;
import handgrad.lab.result.Asked;
import handgrad.lab.result.AskedFunction;
import handgrad.lab.result.Submission;
import handgrad.lab.result.Verification;
import handgrad.network.Precision;
import handgrad.show.file.ResultsFolder;
import handgrad.show.text.AskedFunctionText;
import handgrad.show.text.Screen;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/** What somebody handed in, to be judged when its turn comes. No engine is heard: many are to be judged soon. */
sealed interface Submitted {
    /** Its file, or the name of the program. */
    String who();

    /** Judges it and writes its page; what is wrong with it is the answer, never an exception. */
    Submission judge(ResultsFolder page);

    /** A case file. */
    record Claimed(String who, Path file, Precision precision) implements Submitted {
        @Override
        public Submission judge(ResultsFolder page) {
            return ruled(who, () -> {
                        Case given = CaseFile.read(file);
                        if (given.claim().isEmpty()) {
                            throw new InputException("%s: expected a field 'claimed' or 'after', found neither"
                                    .formatted(file.getFileName()));
                        }
                        return Ruled.of(who, Subject.of(new Examiner(List.of(), precision).examine(given)));
                    })
                    .written(page);
        }
    }

    /** A Java class, in a JVM of its own. */
    record Written(String who, ClassProcess process) implements Submitted {
        @Override
        public Submission judge(ResultsFolder page) {
            return process.judge(who, page);
        }
    }

    /** A program that is asked. */
    record Spoken(String who, Supplier<Program> start, Precision precision) implements Submitted {
        @Override
        public Submission judge(ResultsFolder page) {
            return ruled(who, this::asked).written(page);
        }

        private Ruled asked() {
            try (var own = new LiveProgram(start.get())) {
                Ability can = own.program().ability();
                return can instanceof Ability.Own function ? function(own, function) : networks(own, can);
            }
        }

        private Ruled function(LiveProgram own, Ability.Own can) {
            AskedFunction asked = new FunctionExaminer(who, can.tensors(), can.format(), own.function()).examine();
            return Ruled.of(
                    Submission.of(who, asked),
                    AskedFunctionText.of(asked, Screen.FILE) + AskedFunctionText.details(asked, Screen.FILE));
        }

        private Ruled networks(LiveProgram own, Ability can) {
            Asked asked = new ProgramExaminer(List.of(), ProgramCheck.precision(precision, can))
                    .examine(who, can, own.networks());
            Verification shown = asked.shown()
                    .<Verification>map(judged -> judged)
                    .orElseGet(() -> asked.answers().stream()
                            .filter(answer -> !answer.passes())
                            .findFirst()
                            .orElse(asked.answers().get(0)));
            return Ruled.of(Submission.of(who, asked), shown);
        }
    }

    private static Ruled ruled(String who, Supplier<Ruled> judging) {
        try {
            return judging.get();
        } catch (InputException e) {
            return Ruled.notJudged(who, e.getMessage());
        }
    }
}
