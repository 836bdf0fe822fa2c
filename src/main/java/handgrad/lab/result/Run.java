package handgrad.lab.result;

import handgrad.engine.Batch;
import handgrad.input.data.Answers;
import handgrad.input.data.Split;
import handgrad.input.data.Start;
import handgrad.network.Network;
import handgrad.network.Trained;
import handgrad.train.Observation;
import handgrad.train.Settings;
import handgrad.train.TrainingRecord;
import handgrad.train.TrainingRecord.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What one run came to.
 *
 * @param engines in the order of the results in {@code training}
 * @param own how a gradient of somebody's fared, where one took part
 * @param missteps the gradients and updates that were wrong, those at the start first
 * @param findings what else was found out about the run, a sentence each
 */
public record Run(
        Topic topic,
        Settings settings,
        Model model,
        List<Participant> engines,
        GradientsAtStart gradientsAtStart,
        TrainingRecord training,
        Optional<OwnRecord> own,
        List<Misstep> missteps,
        List<String> findings,
        Provenance provenance) {
    /** The name of an engine that is made of a gradient that somebody has written. */
    public static final String OWN = "own";

    public Run {
        engines = List.copyOf(engines);
        missteps = List.copyOf(missteps);
        findings = List.copyOf(findings);
    }

    public String experiment() {
        return topic.experiment();
    }

    public Network network() {
        return model.network();
    }

    public Split split() {
        return model.split();
    }

    public Start start() {
        return model.start();
    }

    public Trained trained() {
        return model.trained();
    }

    /** What to expect of it; of a run of a study nothing, as what is expected there is said of all its runs together. */
    public Optional<String> expectation() {
        return topic.variant().isPresent() ? Optional.empty() : topic.expectation();
    }

    public Verdict verdict() {
        return Verdict.of(this);
    }

    public Learning learning() {
        return Learning.of(this);
    }

    /** Which engine the run is about: the one made of a gradient that somebody has written, if it takes part, else the first. */
    private int subject() {
        return IntStream.range(0, training.results().size())
                .filter(i -> training.results().get(i).engine().equals(OWN))
                .findFirst()
                .orElse(0);
    }

    /** Where the engine that the run is about ended. */
    public Result shown() {
        return training.results().get(subject());
    }

    /** Its loss when it was observed. */
    public double loss(Observation seen) {
        return seen.engines().get(subject()).loss();
    }

    public double lossAtStart() {
        return loss(training.observations().get(0));
    }

    /** The samples that answers are judged by: the test set, or the training set where there is no other. */
    public Batch judged() {
        return split().test().orElse(split().train());
    }

    /** Their classes. */
    public Answers truth() {
        return Answers.of(judged().y());
    }

    /** How often an engine answered each class, for each true class. */
    public List<List<Integer>> confusion(Result result) {
        return result.answers().confusion(truth(), split().task().classes().size());
    }

    /** With further findings. */
    public Run with(List<String> more) {
        var all = new ArrayList<>(findings);
        all.addAll(more);
        return new Run(topic, settings, model, engines, gradientsAtStart, training, own, missteps, all, provenance);
    }
}
