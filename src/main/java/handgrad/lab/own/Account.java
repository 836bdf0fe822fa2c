package handgrad.lab.own;

import handgrad.lab.result.OwnRecord;
import handgrad.lab.result.Run;
import handgrad.network.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run has shown of somebody's own gradient; why it is wrong is asked here, when the training is over. */
public record Account(Trainee trainee, Precision precision, Watch watch) {
    /**
     * The record of the run.
     *
     * @param start whether the gradient was right at the start; what is wrong with it there has been said
     * @param failure the step that it could not make, and why
     */
    public OwnRecord given(boolean start, Optional<Failure> failure) {
        var findings = new ArrayList<String>();
        watch.wrongLoss()
                .ifPresent(seen -> findings.add("At step %d the loss of %s is %s, the right one is %s."
                        .formatted(seen.step(), Run.OWN, seen.claim().loss().orElseThrow(), seen.loss())));
        Optional<String> first = watch.parting().map(parting -> {
            Reason reason = start
                    ? new Inquiry(trainee, parting, precision).found()
                    : Reason.unnamed("the gradient of " + parting.first().symbol());
            findings.add(
                    "%s parts at step %d, %s.".formatted(Run.OWN, parting.at().step(), reason.text()));
            return reason.what();
        });
        failure.ifPresent(
                failed -> findings.add("%s ended in step %d: %s.".formatted(Run.OWN, failed.step, failed.reason)));
        Optional<Long> parted = List.of(watch.parting().map(Watch.Parting::at), watch.wrongLoss()).stream()
                .flatMap(Optional::stream)
                .map(Exchange::step)
                .min(Long::compare);
        return new OwnRecord(
                trainee.name(),
                parted,
                parted.map(step -> first.orElse("the loss")),
                failure.map(Failure::step),
                findings);
    }

    /** @param reason a sentence without its full stop */
    public record Failure(long step, String reason) {}
}
