package handgrad.lab.own;

import handgrad.lab.result.Misstep;
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
     * @param inquire whether it is asked why a step was wrong
     * @param failure the step that it could not make, and why
     */
    public OwnRecord given(boolean inquire, Optional<Failure> failure) {
        var findings = new ArrayList<String>();
        watch.wrongLoss()
                .ifPresent(seen -> findings.add("At step %d the loss of %s is %s, the right one is %s."
                        .formatted(seen.step(), Run.OWN, seen.claim().loss().orElseThrow(), seen.loss())));
        Optional<Reason> reason = watch.firstError()
                .map(firstError -> inquire
                        ? new Inquiry(trainee, firstError, precision).found()
                        : Reason.unnamed(firstError.place()));
        reason.ifPresent(why -> findings.add("%s goes wrong at step %d, %s."
                .formatted(Run.OWN, watch.firstError().orElseThrow().at().step(), why.text())));
        failure.ifPresent(
                failed -> findings.add("%s ended in step %d: %s.".formatted(Run.OWN, failed.step, failed.reason)));
        Optional<Long> wrong =
                watch.firstError().map(firstError -> firstError.at().step());
        Optional<Long> loss = watch.wrongLoss().map(Exchange::step);
        // The loss is computed before the gradient.
        boolean lossFirst = loss.isPresent() && loss.get() <= wrong.orElse(Long.MAX_VALUE);
        return new OwnRecord(
                trainee.name(),
                trainee.pure(),
                lossFirst ? loss : wrong,
                lossFirst ? Optional.of("the loss") : reason.map(Reason::what),
                failure.map(Failure::step),
                lossFirst ? loss.map(Account::inTheLoss) : reason.map(why -> why.at(wrong.orElseThrow())),
                findings);
    }

    private static Misstep inTheLoss(long step) {
        return new Misstep(Run.OWN, step, "the loss", Optional.empty(), List.of());
    }

    /**
     * A step that it could not make.
     *
     * @param reason a sentence without its full stop
     */
    public record Failure(long step, String reason) {}
}
