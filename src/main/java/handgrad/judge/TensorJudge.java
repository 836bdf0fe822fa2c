package handgrad.judge;

import handgrad.judge.rounding.ForwardBound;
import handgrad.judge.rounding.Sensitivity;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.Samples;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what a program has besides its gradient: what its layers answer, and {@code dL/dx}. */
public final class TensorJudge {
    private final Point theta;
    private final Samples samples;
    private final Precision precision;
    private final List<ForwardBound.Answer> answers;

    public TensorJudge(Point theta, Samples samples, Precision precision) {
        this.theta = theta;
        this.samples = samples;
        this.precision = precision;
        this.answers = ForwardBound.of(theta, samples, precision);
    }

    /**
     * The activations of a layer.
     *
     * @param extra how far each entry may be off besides rounding
     * @param point how far the parameters, x and y may be, where they were printed
     */
    public TensorJudgement activations(
            String name, int l, double[][] claimed, double[][] extra, Optional<double[]> point) {
        ForwardBound.Answer right = answers.get(l);
        double[][] allowed = sum(right.errors(), extra);
        if (point.isPresent()) {
            double[] moved = Sensitivity.of(theta, samples, point.get(), Sensitivity.activations(l));
            allowed = sum(allowed, shaped(moved, claimed[0].length));
        }
        String symbol = l == answers.size() - 1 ? "y" : "a" + (l + 1);
        return TensorJudgement.of(name, symbol, claimed, right.values(), allowed);
    }

    /** {@code dL/dx}: the gradient of a bias that is added to x, of each sample alone. */
    public TensorJudgement inputs(String name, double[][] claimed, double[][] extra, Optional<double[]> point) {
        double factor = theta.network().reduction().factor(samples.n());
        double[][] right = new double[claimed.length][];
        double[][] allowed = new double[claimed.length][];
        Point shifted = shifted();
        Block bias = shifted.network().blocks().get(1);
        for (int s = 0; s < claimed.length; s++) {
            Samples one = samples.only(s);
            var judge = new Judge(shifted, one, precision);
            double[] own = new double[shifted.values().length];
            double[] slack = new double[own.length];
            double[] moved = point.isPresent()
                    ? Sensitivity.of(shifted, one, errors(point.get(), s, bias.end()), Sensitivity.GRADIENT)
                    : slack;
            for (int k = 0; k < claimed[s].length; k++) {
                own[bias.offset() + k] = claimed[s][k] / factor;
                slack[bias.offset() + k] = extra[s][k] / factor + moved[bias.offset() + k];
            }
            var judgement = judge.judge(new Point(shifted.network(), own), new Allowance(Set.of(bias), slack));
            double[] oracle = judgement.oracle().values(bias);
            right[s] = Arrays.stream(oracle).map(entry -> entry * factor).toArray();
            allowed[s] = new double[oracle.length];
            for (int k = 0; k < oracle.length; k++) {
                double tolerance = judge.tolerance(bias.address(bias.offset() + k)) + slack[bias.offset() + k];
                // Where a kink accounts for the row, it does so for all of it.
                allowed[s][k] = judgement.passes() ? Double.MAX_VALUE : factor * tolerance;
            }
        }
        return TensorJudgement.of(name, "dL/dx", claimed, right, allowed);
    }

    /** The same network behind a layer that adds a bias of 0 to x. */
    private Point shifted() {
        Network network = theta.network();
        int nIn = network.nIn();
        var layers = new ArrayList<Layer>();
        layers.add(new Dense(nIn, nIn, Definitions.named(Activation.class, "activation", "identity")));
        layers.addAll(network.layers());
        var wide = new Network(layers, network.loss(), Reduction.SUM);
        double[] values = new double[wide.size()];
        Block weights = wide.blocks().get(0);
        for (int i = 0; i < nIn; i++) {
            values[weights.index(i, i)] = 1;
        }
        System.arraycopy(theta.values(), 0, values, values.length - network.size(), network.size());
        return new Point(wide, values);
    }

    /** The errors of a point and of one sample, behind as many zeros. */
    private double[] errors(double[] all, int s, int zeros) {
        int size = theta.values().length;
        int nIn = samples.x()[0].length;
        int nOut = samples.y()[0].length;
        double[] own = new double[zeros + size + nIn + nOut];
        System.arraycopy(all, 0, own, zeros, size);
        System.arraycopy(all, size + s * nIn, own, zeros + size, nIn);
        System.arraycopy(all, size + samples.n() * nIn + s * nOut, own, zeros + size + nIn, nOut);
        return own;
    }

    private static double[][] sum(double[][] one, double[][] other) {
        double[][] sum = new double[one.length][];
        for (int s = 0; s < one.length; s++) {
            sum[s] = one[s].clone();
            for (int k = 0; k < sum[s].length; k++) {
                sum[s][k] += other[s][k];
            }
        }
        return sum;
    }

    private static double[][] shaped(double[] values, int width) {
        double[][] rows = new double[values.length / width][];
        for (int s = 0; s < rows.length; s++) {
            rows[s] = Arrays.copyOfRange(values, s * width, (s + 1) * width);
        }
        return rows;
    }
}
