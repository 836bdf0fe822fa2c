package handgrad.judge.diagnosis;

import java.util.List;
import java.util.stream.Stream;

/** All gradients of all cases. */
record MistakeMatrix(List<Outcome> planted, List<Outcome> right, List<Outcome> nameless) {
    MistakeMatrix {
        planted = List.copyOf(planted);
        right = List.copyOf(right);
        nameless = List.copyOf(nameless);
    }

    private record OfCase(List<Outcome> planted, List<Outcome> right, List<Outcome> nameless) {}

    /** Cases run side by side; their results come in the order of the grid. */
    static MistakeMatrix run(List<MatrixCase> cases) {
        List<OfCase> results = cases.parallelStream()
                .map(MatrixRun::new)
                .map(run -> new OfCase(run.planted(), run.right(), run.nameless()))
                .toList();
        return new MistakeMatrix(
                results.stream().flatMap(result -> result.planted.stream()).toList(),
                results.stream().flatMap(result -> result.right.stream()).toList(),
                results.stream().flatMap(result -> result.nameless.stream()).toList());
    }

    /** What could be detected of what was planted. */
    Stream<Outcome> detectable() {
        return planted.stream().filter(Outcome::detectable);
    }
}
