package handgrad.network.function.rule;

import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;

/** An updater of ND4J's whose memory begins at 0, as the papers have it, and not at a small number of its own. */
record ZeroStart(IUpdater inner) implements IUpdater {
    @Override
    public long stateSize(long parameters) {
        return inner.stateSize(parameters);
    }

    @Override
    public GradientUpdater<?> instantiate(INDArray view, boolean initialise) {
        if (initialise) {
            view.assign(0);
        }
        return inner.instantiate(view, false);
    }

    @Override
    public GradientUpdater<?> instantiate(Map<String, INDArray> state, boolean initialise) {
        if (initialise) {
            state.values().forEach(part -> part.assign(0));
        }
        return inner.instantiate(state, false);
    }

    @Override
    public ZeroStart clone() {
        return new ZeroStart(inner.clone());
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return inner.getLearningRate(iteration, epoch);
    }

    @Override
    public boolean hasLearningRate() {
        return inner.hasLearningRate();
    }

    @Override
    public void setLrAndSchedule(double rate, ISchedule schedule) {
        inner.setLrAndSchedule(rate, schedule);
    }
}
