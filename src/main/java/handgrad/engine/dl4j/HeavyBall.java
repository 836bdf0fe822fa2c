package handgrad.engine.dl4j;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.NesterovsUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Polyak's momentum, which DL4J lacks. The velocity that its {@code NesterovsUpdater} keeps is the heavy ball's for the same
 * gradients, {@code v <- mu v - eta g}; only the step that it makes of it is another. So DL4J computes the velocity, and
 * the step is {@code theta <- theta + v}.
 */
record HeavyBall(Nesterovs nesterovs) implements IUpdater {
    @Override
    public long stateSize(long parameters) {
        return nesterovs.stateSize(parameters);
    }

    @Override
    public GradientUpdater<HeavyBall> instantiate(INDArray view, boolean initialise) {
        return new Rolling(this, (NesterovsUpdater) nesterovs.instantiate(view, initialise));
    }

    @Override
    public GradientUpdater<HeavyBall> instantiate(Map<String, INDArray> state, boolean initialise) {
        return new Rolling(this, (NesterovsUpdater) nesterovs.instantiate(state, initialise));
    }

    @Override
    public HeavyBall clone() {
        return new HeavyBall(nesterovs.clone());
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return nesterovs.getLearningRate(iteration, epoch);
    }

    @Override
    public boolean hasLearningRate() {
        return nesterovs.hasLearningRate();
    }

    @Override
    public void setLrAndSchedule(double rate, ISchedule schedule) {
        nesterovs.setLrAndSchedule(rate, schedule);
    }

    /** DL4J's updater at work, but for the last line of it. */
    private record Rolling(HeavyBall getConfig, NesterovsUpdater inner) implements GradientUpdater<HeavyBall> {
        @Override
        public void setState(Map<String, INDArray> state, boolean initialise) {
            inner.setState(state, initialise);
        }

        @Override
        public Map<String, INDArray> getState() {
            return inner.getState();
        }

        @Override
        public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialise) {
            inner.setStateViewArray(view, shape, order, initialise);
        }

        /** DL4J subtracts what it finds in {@code gradient} afterwards: {@code -v}. */
        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            inner.applyUpdater(gradient, iteration, epoch);
            inner.getV().muli(-1, gradient);
        }
    }
}
