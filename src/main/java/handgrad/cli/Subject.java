package handgrad.cli;

import handgrad.input.userclass.FunctionRun;
import handgrad.input.userclass.JavaSource;
import handgrad.input.userclass.UserClass;
import handgrad.judge.function.Format;
import handgrad.judge.function.Outcome;
import handgrad.lab.ClassExaminer;
import handgrad.lab.Examiner;
import handgrad.lab.program.FunctionExaminer;
import handgrad.lab.program.LiveClass;
import handgrad.lab.result.AskedFunction;
import handgrad.lab.result.Verification;
import handgrad.show.record.AskedJson;
import handgrad.show.record.VerificationJson;
import handgrad.show.text.AskedFunctionText;
import handgrad.show.text.Screen;
import handgrad.show.text.SuiteText;
import handgrad.show.text.VerificationTables;
import handgrad.show.text.VerificationText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ExitCode;

/**
 * What came of one name.
 *
 * @param name as a user knows it
 * @param results of a case file or an experiment one, of a Java class one a case
 * @param function of a class with a function of its own; then there are no results
 * @param skipped the cases that a class was not run on, and why, a sentence each
 */
record Subject(String name, List<Verification> results, Optional<AskedFunction> function, List<String> skipped) {
    static Subject of(Verification result) {
        return new Subject(result.question().name(), List.of(result), Optional.empty(), List.of());
    }

    /**
     * A Java source file, run in this process.
     *
     * @param limit on each case
     */
    static Subject ofClass(Examiner examiner, Path file, Duration limit) {
        UserClass user = JavaSource.load(file, limit);
        if (user.function().isPresent()) {
            var run = new FunctionRun(user, user.function().get(), limit);
            var asked = new FunctionExaminer(run.name(), run.tensors(), Format.FLOAT64, new LiveClass(run)).examine();
            return new Subject(user.name(), List.of(), Optional.of(asked), List.of());
        }
        var examination = new ClassExaminer(examiner, limit).examine(user);
        return new Subject(user.name(), examination.results(), Optional.empty(), examination.skipped());
    }

    /** 1 where a gradient is wrong, 2 where nothing could be judged. */
    int exit() {
        return results.stream().allMatch(Verification::passes)
                ? function.map(asked -> exit(asked.outcome())).orElse(ExitCode.OK)
                : Ends.FAILED;
    }

    /** Of a function of its own. */
    static int exit(Outcome outcome) {
        return switch (outcome) {
            case PASS -> ExitCode.OK;
            case FAIL -> Ends.FAILED;
            case UNDECIDED -> ExitCode.USAGE;
        };
    }

    boolean passes() {
        return exit() == ExitCode.OK;
    }

    /** The verdict in a line. */
    String headline(Screen screen) {
        return function.map(asked -> AskedFunctionText.headline(asked, screen))
                .orElseGet(() -> results.size() == 1
                        ? VerificationText.verdict(results.get(0), screen)
                        : SuiteText.headline(name, results, screen));
    }

    /** What fits one screen. */
    String text(Screen screen) {
        return function.map(asked -> AskedFunctionText.of(asked, screen))
                .orElseGet(() -> results.size() == 1
                        ? VerificationText.of(results.get(0), screen)
                        : SuiteText.of(name, results, screen));
    }

    /** What a doubter asks for. */
    String details(Screen screen) {
        return function.map(asked -> AskedFunctionText.details(asked, screen))
                .orElseGet(() -> results.size() == 1
                        ? VerificationTables.of(results.get(0), screen)
                        : SuiteText.details(results, screen));
    }

    /** An object. */
    String json() {
        return function.map(asked -> AskedJson.of(asked, Optional.empty()))
                .orElseGet(() -> VerificationJson.of(results.get(0)));
    }

    /** An array, whatever the number. */
    static String json(List<Subject> subjects) {
        return AskedJson.array(
                subjects.stream().flatMap(subject -> subject.results.stream()).toList(),
                subjects.stream().flatMap(subject -> subject.function.stream()).toList());
    }
}
