package handgrad.check;

import handgrad.judge.Judge;
import handgrad.judge.Judgement;
import handgrad.judge.diagnosis.Diagnostician;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Samples;
import java.util.OptionalDouble;

/** A gradient of a dense network on a batch. The right one comes from the definitions, without an engine. */
public final class DenseAssert {
    private final Point theta;
    private final Samples samples;
    private final Point claimed;
    private final Precision precision;

    DenseAssert(Point theta, Samples samples, Point claimed) {
        this(theta, samples, claimed, Precision.DOUBLE);
    }

    private DenseAssert(Point theta, Samples samples, Point claimed, Precision precision) {
        this.theta = theta;
        this.samples = samples;
        this.claimed = claimed;
        this.precision = precision;
    }

    /** The same where the gradient was computed in single precision. */
    public DenseAssert computedInFloat() {
        return new DenseAssert(theta, samples, claimed, Precision.FLOAT);
    }

    /**
     * Fails unless every entry is right within what rounding explains.
     *
     * @throws AssertionError whose message is the diagnosis: the mistake, its layer, what is computed and what is right, the worst entries
     */
    public void isRight() {
        var judge = new Judge(theta, samples, precision);
        if (!Double.isFinite(judge.loss())) {
            throw new AssertionError(
                    "the gradient cannot be judged: the loss at this point is %s".formatted(judge.loss()));
        }
        Judgement judgement = judge.judge(claimed);
        if (!judgement.passes()) {
            var diagnosis =
                    new Diagnostician(theta, samples, OptionalDouble.empty(), precision).diagnose(judgement.judged());
            throw new AssertionError(DenseMessage.of(judgement, diagnosis, DensePoint.hides(theta, samples)));
        }
    }
}
