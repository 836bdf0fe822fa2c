package handgrad.show.record;

import handgrad.input.data.Task;
import handgrad.lab.result.Run;
import handgrad.network.Network;
import handgrad.network.layer.Layer;
import handgrad.train.Settings;
import handgrad.train.TrainingRecord;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The record of a run for programs: {@code run.json}. What does not exist is null; NaN and infinity are strings. */
public final class RunJson {
    /** Predictions are recorded where the training set is at most this large. */
    private static final int FEW = 16;

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private RunJson() {}

    public static String of(Run run) {
        return MAPPER.writeValueAsString(document(run)) + "\n";
    }

    private record EngineResult(
            double finalLoss,
            OptionalDouble trainAccuracy,
            OptionalDouble testAccuracy,
            OptionalDouble trainR2,
            OptionalDouble testR2,
            double trainingSeconds) {}

    private record Agreement(
            Double maxGradientDifference,
            Double maxParameterDifference,
            Optional<Long> firstDivergentStep,
            String verdict,
            List<Check> gradientsAtStart) {}

    private record Check(
            String left, String right, double maxRelative, double tolerance, boolean passes, String worst) {}

    private record Ended(String how, long step, List<String> engines) {}

    private record Seconds(double total, double inSteps, double observing) {}

    private record Options(
            String updater,
            double learningRate,
            double l2,
            List<Integer> hidden,
            int batchSize,
            String order,
            OptionalLong splitSeed,
            String dataType,
            String mode,
            OptionalDouble stopLoss,
            OptionalDouble stopStep) {}

    private record NetworkShape(List<LayerShape> layers, String loss, String reduction) {}

    private record LayerShape(int nIn, int nOut, String activation) {}

    private static Map<String, Object> document(Run run) {
        TrainingRecord training = run.training();
        var engines = new LinkedHashMap<String, EngineResult>();
        training.results()
                .forEach(result ->
                        engines.put(result.engine(), engine(training.task().kind(), result)));
        var outcome = training.outcome();
        int samples = run.split().train().n();
        var document = new LinkedHashMap<String, Object>();
        document.put("experiment", run.experiment());
        document.put("seed", run.settings().seed());
        document.put("epochs", run.settings().epochs());
        document.put("engines", engines);
        document.put("agreement", agreement(run));
        document.put("predictions", samples <= FEW ? predictions(training) : null);
        document.put("ended", new Ended(outcome.ending().id(), outcome.step(), outcome.engines()));
        document.put("learning", run.learning().id());
        document.put(
                "seconds",
                new Seconds(
                        training.times().total(),
                        training.stepSeconds(),
                        training.times().observing()));
        document.put("options", options(run.settings(), samples));
        document.put("network", shape(run.network()));
        document.put("variant", run.topic().variant());
        document.put("findings", run.findings());
        document.put("provenance", run.provenance());
        return document;
    }

    /** The hand engine's where it took part, else the first one's. */
    private static List<List<Double>> predictions(TrainingRecord training) {
        return training.results().stream()
                .filter(result -> result.engine().equals("hand"))
                .findFirst()
                .orElse(training.first())
                .predictions();
    }

    private static EngineResult engine(Task.Kind kind, TrainingRecord.Result result) {
        var train = OptionalDouble.of(result.trainScore());
        var none = OptionalDouble.empty();
        return switch (kind) {
            case CLASSIFICATION ->
                new EngineResult(result.loss(), train, result.testScore(), none, none, result.stepSeconds());
            case REGRESSION ->
                new EngineResult(result.loss(), none, none, train, result.testScore(), result.stepSeconds());
        };
    }

    private static Agreement agreement(Run run) {
        TrainingRecord training = run.training();
        boolean single = training.divergences().isEmpty();
        var checks = run.gradientsAtStart().all().stream()
                .map(check -> new Check(
                        check.left(),
                        check.right(),
                        check.relative(),
                        check.tolerance(),
                        check.passes(),
                        check.worst().address().toString()))
                .toList();
        return new Agreement(
                single ? null : training.maxGradientDifference(),
                single ? null : training.maxParameterDifference(),
                training.firstDivergentStep(),
                run.verdict().id(),
                checks);
    }

    private static Options options(Settings settings, int samples) {
        return new Options(
                settings.descent().rule().id(),
                settings.descent().learningRate(),
                settings.descent().l2(),
                settings.hidden(),
                settings.sampling().sizeFor(samples),
                settings.sampling().order().id(),
                settings.splitSeed(),
                settings.dataType().name().toLowerCase(Locale.ROOT),
                settings.mode().id(),
                settings.stopping().loss(),
                settings.stopping().step());
    }

    private static NetworkShape shape(Network network) {
        var layers = network.layers().stream().map(RunJson::layer).toList();
        return new NetworkShape(layers, network.loss().id(), network.reduction().id());
    }

    private static LayerShape layer(Layer layer) {
        return new LayerShape(layer.nIn(), layer.nOut(), layer.activation().id());
    }
}
