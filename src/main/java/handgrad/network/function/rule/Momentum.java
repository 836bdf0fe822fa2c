package handgrad.network.function.rule;

import com.google.auto.service.AutoService;
import handgrad.network.function.Rule;
import handgrad.network.number.Row;
import java.util.List;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.NesterovsUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * The heavy ball: {@code v <- mu v + eta g; s = v} with {@code mu = 0.9}. B. T. Polyak, Some methods of speeding up the convergence
 * of iteration methods, 1964.
 */
@AutoService(Rule.class)
public record Momentum() implements Rule {
    /** What is left of a velocity after a step: {@code mu} of Sutskever et al., and DL4J's default. */
    static final double MU = 0.9;

    @Override
    public int memories() {
        return 1;
    }

    @Override
    public Update step(Row g, List<Row> memory, Row eta, Row t) {
        Row v = memory.get(0).times(MU).plus(eta.times(g));
        return Update.of(v, v);
    }

    @Override
    public void step(double[] theta, double[] g, int n, double[][] memory, int from, double eta, int t) {
        double[] velocity = memory[0];
        for (int i = 0; i < n; i++) {
            double v = MU * velocity[from + i] + eta * g[i];
            velocity[from + i] = v;
            theta[i] -= v;
        }
    }

    @Override
    public IUpdater counterpart(double eta) {
        return new HeavyBall(new Nesterovs(eta, MU));
    }

    /**
     * DL4J lacks this rule. The velocity that its {@code NesterovsUpdater} keeps is the heavy ball's for the same
     * gradients, {@code v <- mu v - eta g}; only the step that it makes of it is another. So DL4J computes the velocity, and
     * the step is {@code theta <- theta + v}.
     */
    private record HeavyBall(Nesterovs nesterovs) implements IUpdater {
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
}
