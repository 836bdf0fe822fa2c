package handgrad.show.page;

import handgrad.engine.Rows;
import handgrad.input.data.Task;
import handgrad.lab.result.Run;
import java.util.List;
import java.util.stream.IntStream;

/** Of a regression, what the network answered beside what is true: over the training set, at the end, of the engine that the run is about. */
record FitPart(String engine, int of, List<Output> outputs) {
    /** Samples that are drawn: more lie upon each other. */
    private static final int DRAWN = 1_000;

    /** Outputs that have a picture. */
    private static final int OUTPUTS = 4;

    /** One output: of each sample the target, and the answer. */
    record Output(int unit, List<Double> truth, List<Double> answers) {}

    /** Null where classes are answered. */
    static FitPart of(Run run) {
        if (run.split().task().kind() != Task.Kind.REGRESSION) {
            return null;
        }
        double[][] truth = Rows.of(run.split().train().y());
        List<List<Double>> answers = run.shown().predictions();
        int[] samples = evenly(truth.length);
        List<Output> outputs = IntStream.range(
                        0, Math.min(OUTPUTS, run.network().nOut()))
                .mapToObj(k -> new Output(
                        k,
                        IntStream.of(samples).mapToObj(i -> truth[i][k]).toList(),
                        IntStream.of(samples)
                                .mapToObj(i -> answers.get(i).get(k))
                                .toList()))
                .toList();
        return new FitPart(run.shown().engine(), truth.length, outputs);
    }

    private static int[] evenly(int all) {
        int drawn = Math.min(DRAWN, all);
        return IntStream.range(0, drawn)
                .map(i -> (int) ((long) i * all / drawn))
                .toArray();
    }
}
