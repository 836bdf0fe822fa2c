package handgrad.show.page;

import handgrad.lab.result.Run;
import handgrad.network.layer.Layer;
import handgrad.train.LayerState;
import handgrad.train.TrainingRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** How the layers of each engine stood over the steps. */
final class LayerParts {
    private LayerParts() {}

    record Histogram(double from, double to, List<Integer> start, List<Integer> end) {}

    /**
     * @param updateRatios log10 of the length of the last step over that of the parameters; null where it is not known or 0
     * @param updateShares the same of the mean absolute step and the mean absolute parameter
     * @param spreads standard deviations of the activations
     */
    record LayerCurves(
            String engine,
            int layer,
            String name,
            int neurons,
            List<Long> steps,
            List<Double> gradientNorms,
            List<Double> updateRatios,
            List<Double> updateShares,
            List<Double> spreads,
            List<Integer> dead,
            List<Integer> saturated,
            Histogram histogram) {}

    static List<LayerCurves> of(Run run) {
        var curves = new ArrayList<LayerCurves>();
        for (int i = 0; i < run.training().results().size(); i++) {
            for (int l = 0; l < run.network().depth(); l++) {
                curves.add(curves(run, i, l));
            }
        }
        return curves;
    }

    private static LayerCurves curves(Run run, int engine, int l) {
        TrainingRecord training = run.training();
        Layer layer = run.network().layer(l);
        List<LayerState> states = training.observations().stream()
                .map(seen -> seen.engines().get(engine).layers().get(l))
                .toList();
        LayerState.Histogram start = states.get(0).activations();
        LayerState.Histogram end = states.get(states.size() - 1).activations();
        return new LayerCurves(
                training.results().get(engine).engine(),
                l,
                "layer %d, %s".formatted(l + 1, layer.activation().id()),
                layer.nOut(),
                Series.steps(training),
                all(states, LayerState::gradientSize),
                all(states, state -> log10(state.updateRatio())),
                all(states, state -> log10(state.updateShare())),
                all(states, LayerState::spread),
                all(states, LayerState::dead),
                all(states, LayerState::saturated),
                new Histogram(start.from(), start.to(), start.counts(), end.counts()));
    }

    private static Double log10(OptionalDouble ratio) {
        return ratio.orElse(0) > 0 ? (Double) Math.log10(ratio.getAsDouble()) : null;
    }

    /** With its nulls, which {@code toList} of a stream keeps. */
    private static <T> List<T> all(List<LayerState> states, Function<LayerState, T> figure) {
        return states.stream().map(figure).toList();
    }
}
