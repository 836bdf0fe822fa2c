package handgrad.show.page;

import handgrad.show.text.Summary;
import handgrad.train.Observation;
import handgrad.train.TrainingRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Losses, scores and differences over the steps. */
final class CurveParts {
    private CurveParts() {}

    static Map<String, Object> of(TrainingRecord training) {
        var parts = new LinkedHashMap<String, Object>();
        parts.put(
                "engines",
                training.results().stream().map(TrainingRecord.Result::engine).toList());
        parts.put("stepsPerEpoch", training.stepsPerEpoch());
        parts.put("losses", Series.ofEngines(training, Observation.State::loss));
        boolean textbook = training.first().state().textbookLoss().isPresent();
        parts.put("textbookLoss", textbook ? textbook(training) : null);
        parts.put("lossDifferences", Series.ofPairs(training, Observation.Pair::lossDifference));
        parts.put("parameterDifferences", Series.ofPairs(training, pair -> pair.parameters()
                .maxRelative()));
        parts.put("scoreName", Summary.score(training.task()));
        parts.put("trainScores", Series.ofEngines(training, Observation.State::trainScore));
        boolean tested = training.first().testScore().isPresent();
        parts.put(
                "testScores",
                tested ? Series.ofEngines(training, state -> state.testScore().orElseThrow()) : List.of());
        return parts;
    }

    private static Series textbook(TrainingRecord training) {
        return Series.of(
                training.first().engine() + ", from its outputs",
                training,
                seen -> seen.engines().get(0).textbookLoss().orElseThrow());
    }
}
