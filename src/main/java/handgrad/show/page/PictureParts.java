package handgrad.show.page;

import handgrad.engine.Parameters;
import handgrad.engine.Rows;
import handgrad.input.data.Answers;
import handgrad.input.data.Split;
import handgrad.lab.result.Run;
import handgrad.train.TrainingRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What is drawn: confusion, misread pictures, what hidden neurons look for, the surface over two inputs. */
final class PictureParts {
    /** Misread pictures that are drawn. */
    private static final int DRAWN = 60;

    private PictureParts() {}

    record Counts(String name, List<List<Integer>> counts) {}

    record Confusion(String set, List<String> classes, List<Counts> engines) {}

    record Sample(int index, List<Double> pixels, String truth, Map<String, String> answers) {}

    record Misread(int rows, int columns, double brightest, int total, int of, List<Sample> samples) {}

    /** @param neurons the weights of each, -1 to 1 relative to the largest of the layer */
    record Hidden(String engine, int rows, int columns, List<List<Double>> neurons) {}

    static Map<String, Object> of(Run run) {
        var parts = new LinkedHashMap<String, Object>();
        boolean classes = run.training().first().trainAnswers().isPresent();
        parts.put("confusion", classes ? confusion(run) : null);
        parts.put(
                "misread",
                classes && run.split().picture().isPresent()
                        ? misread(run, run.split().picture().get())
                        : null);
        parts.put(
                "hidden",
                run.split().picture().map(picture -> hidden(run, picture)).orElse(null));
        parts.put("surface", SurfacePart.of(run));
        parts.put("fit", FitPart.of(run));
        return parts;
    }

    private static Confusion confusion(Run run) {
        var engines = run.training().results().stream()
                .map(result -> new Counts(result.engine(), run.confusion(result)))
                .toList();
        return new Confusion(
                run.split().test().isPresent() ? "test" : "training",
                run.split().task().classes(),
                engines);
    }

    private static Misread misread(Run run, Split.Picture picture) {
        List<Integer> truth = run.truth().classes();
        List<TrainingRecord.Result> results = run.training().results();
        int[] wrong = IntStream.range(0, truth.size())
                .filter(i -> results.stream()
                        .anyMatch(result -> !result.answers().classes().get(i).equals(truth.get(i))))
                .toArray();
        double[][] x = Rows.of(run.judged().x());
        var samples = Arrays.stream(wrong)
                .limit(DRAWN)
                .mapToObj(i -> sample(run, i, x[i], truth.get(i)))
                .toList();
        return new Misread(picture.rows(), picture.columns(), picture.brightest(), wrong.length, truth.size(), samples);
    }

    private static Sample sample(Run run, int index, double[] pixels, int truth) {
        List<String> classes = run.split().task().classes();
        var answers = new LinkedHashMap<String, String>();
        for (TrainingRecord.Result result : run.training().results()) {
            int answer = result.answers().classes().get(index);
            answers.put(result.engine(), answer == Answers.NONE ? "none" : classes.get(answer));
        }
        return new Sample(index, Arrays.stream(pixels).boxed().toList(), classes.get(truth), answers);
    }

    private static Hidden hidden(Run run, Split.Picture picture) {
        TrainingRecord.Result first = run.training().first();
        Parameters theta = first.parameters();
        double largest = theta.weights(0).amaxNumber().doubleValue();
        var neurons = new ArrayList<List<Double>>();
        for (int j = 0; j < run.network().layer(0).nOut(); j++) {
            double[] weights = theta.weights(0).getColumn(j).toDoubleVector();
            neurons.add(Arrays.stream(weights)
                    .map(w -> Series.rounded(w / largest, 3))
                    .boxed()
                    .toList());
        }
        return new Hidden(first.engine(), picture.rows(), picture.columns(), neurons);
    }
}
