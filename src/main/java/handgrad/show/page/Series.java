package handgrad.show.page;

import handgrad.train.Observation;
import handgrad.train.TrainingRecord;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Values over steps, by name. */
record Series(String name, List<Long> steps, List<Double> values) {
    static Series of(String name, TrainingRecord training, ToDoubleFunction<Observation> figure) {
        return new Series(name, steps(training), values(training, figure));
    }

    /** With so many decimals as a picture shows. */
    static double rounded(double value, int decimals) {
        double power = Math.pow(10, decimals);
        return Double.isFinite(value) ? Math.rint(value * power) / power : value;
    }

    static List<Long> steps(TrainingRecord training) {
        return training.observations().stream().map(Observation::step).toList();
    }

    static List<Double> values(TrainingRecord training, ToDoubleFunction<Observation> figure) {
        return training.observations().stream().mapToDouble(figure).boxed().toList();
    }

    /** One for each engine. */
    static List<Series> ofEngines(TrainingRecord training, ToDoubleFunction<Observation.State> figure) {
        return IntStream.range(0, training.results().size())
                .mapToObj(i -> of(
                        training.results().get(i).engine(),
                        training,
                        seen -> figure.applyAsDouble(seen.engines().get(i))))
                .toList();
    }

    /** One for each engine but the first, named by it. */
    static List<Series> ofPairs(TrainingRecord training, ToDoubleFunction<Observation.Pair> figure) {
        return IntStream.range(0, training.divergences().size())
                .mapToObj(i -> of(
                        training.divergences().get(i).other(),
                        training,
                        seen -> figure.applyAsDouble(seen.pairs().get(i))))
                .toList();
    }
}
