package handgrad.testing;

import handgrad.network.function.Rule;
import handgrad.network.number.Row;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Steps of one size in the direction of a mean of gradients, {@code m <- m/2 + g/2; s = eta sign(m)}: a rule that the program does not
 * know of.
 */
public record SignDescent() implements Rule {
    @Override
    public int memories() {
        return 1;
    }

    @Override
    public Update step(Row g, List<Row> memory, Row eta, Row t) {
        Row m = memory.get(0).times(0.5).plus(g.times(0.5));
        Row zero = m.constant(0);
        return Update.of(m.choose(eta, m.negative().choose(eta.negative(), zero)), m);
    }

    @Override
    public void step(double[] theta, double[] g, int n, double[][] memory, int from, double eta, int t) {
        for (int i = 0; i < n; i++) {
            double m = 0.5 * memory[0][from + i] + 0.5 * g[i];
            memory[0][from + i] = m;
            theta[i] -= eta * Math.signum(m);
        }
    }

    @Override
    public IUpdater counterpart(double eta) {
        return new Config(eta);
    }

    /** As DL4J takes it. */
    private record Config(double eta) implements IUpdater {
        @Override
        public long stateSize(long parameters) {
            return parameters;
        }

        @Override
        public GradientUpdater<?> instantiate(INDArray view, boolean initialise) {
            if (initialise) {
                view.assign(0);
            }
            return new Working(this, view);
        }

        @Override
        public GradientUpdater<?> instantiate(Map<String, INDArray> state, boolean initialise) {
            return instantiate(state.get("m"), initialise);
        }

        @Override
        public Config clone() {
            return new Config(eta);
        }

        @Override
        public double getLearningRate(int iteration, int epoch) {
            return eta;
        }

        @Override
        public boolean hasLearningRate() {
            return true;
        }

        @Override
        public void setLrAndSchedule(double rate, ISchedule schedule) {
            throw new UnsupportedOperationException("one rate for all steps");
        }
    }

    /** The rule at work on the memory that DL4J keeps. */
    private record Working(Config getConfig, INDArray m) implements GradientUpdater<Config> {
        @Override
        public void setState(Map<String, INDArray> state, boolean initialise) {
            m.assign(state.get("m"));
        }

        @Override
        public Map<String, INDArray> getState() {
            return Map.of("m", m);
        }

        @Override
        public void setStateViewArray(INDArray view, long[] shape, char order, boolean initialise) {
            throw new UnsupportedOperationException("has its memory from the start");
        }

        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            INDArray mean = m.reshape(gradient.ordering(), gradient.shape());
            mean.muli(0.5).addi(gradient.mul(0.5));
            gradient.assign(Transforms.sign(mean, true).muli(getConfig.eta()));
        }
    }
}
