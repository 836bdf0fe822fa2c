package handgrad.cli;

import handgrad.judge.function.Outcome;
import handgrad.lab.result.AskedFunction;
import handgrad.lab.result.Verification;
import handgrad.show.record.AskedJson;
import handgrad.show.record.VerificationJson;
import handgrad.show.text.AskedFunctionText;
import handgrad.show.text.VerificationText;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ExitCode;

/**
 * What came of one name.
 *
 * @param results of a case file or an experiment one, of a Java class one a case
 * @param function of a class with a function of its own; then there are no results
 * @param skipped the cases that a class was not run on, and why, a sentence each
 */
record Subject(List<Verification> results, Optional<AskedFunction> function, List<String> skipped) {
    static Subject of(Verification result) {
        return new Subject(List.of(result), Optional.empty(), List.of());
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

    String text() {
        return function.map(AskedFunctionText::of)
                .orElseGet(() ->
                        results.size() == 1 ? VerificationText.of(results.get(0)) : VerificationText.suite(results));
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
