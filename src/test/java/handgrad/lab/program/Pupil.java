package handgrad.lab.program;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.claim.Handed;
import handgrad.input.program.Ability;
import handgrad.input.program.Answer;
import handgrad.lab.own.Respondent;
import handgrad.network.Block;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

/** Backpropagation for sigmoids and half the squared error, their mean over the samples, with what a pupil may get wrong. */
final class Pupil implements Respondent {
    static final Ability.Networks CAN = new Ability.Networks(
            Set.of(Definitions.named(Activation.class, "activation", "sigmoid")),
            Set.of(Definitions.named(Loss.class, "loss", "half-squared-error")),
            Set.of(Reduction.MEAN),
            Precision.DOUBLE,
            true,
            false);

    private final Set<Slip> slips;
    private final int life;
    private final Random chance;
    /** Kept between calls, as in an object's fields. */
    private final Map<Network, double[]> kept = new HashMap<>();

    private double[][][] lastActivations;

    Pupil(Slip... slips) {
        this(Set.of(slips), 0);
    }

    private Pupil(Set<Slip> slips, int life) {
        this.slips = slips;
        this.life = life;
        this.chance = new Random(life);
    }

    @Override
    public Respondent again() {
        return new Pupil(slips, life + 1);
    }

    @Override
    public Answer<Claim> gradient(Case task) {
        double[] gradient = backward(task, new double[task.network().size()], 0);
        boolean known = kept.containsKey(task.network());
        double[] before = kept.getOrDefault(task.network(), new double[gradient.length]);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] += (slips.contains(Slip.NOT_RESET) ? 1 : 0) * before[i];
            gradient[i] += (slips.contains(Slip.MOMENTUM) ? 0.9 : 0) * before[i];
            gradient[i] *= slips.contains(Slip.CHANCE) ? 1 + chance.nextDouble() : 1;
        }
        kept.put(task.network(), gradient);
        boolean late = slips.contains(Slip.ANSWERED_LATE) && known;
        double[] answer = late ? before : gradient;
        return new Answer.Given<>(Claim.of(OptionalDouble.empty(), new Point(task.network(), answer)));
    }

    @Override
    public Answer<Claim> step(Case task) {
        double rate = task.learningRate().orElseThrow();
        double[] before = task.parameters().values();
        double[] after = before.clone();
        double[] gradient = backward(task, after, slips.contains(Slip.UPDATED_TOO_EARLY) ? rate : 0);
        double sign = slips.contains(Slip.STEP_UPHILL) ? -1 : 1;
        double[] moved = new double[after.length];
        double[] subtracted = new double[after.length];
        for (int i = 0; i < after.length; i++) {
            after[i] = before[i] - sign * rate * gradient[i];
            moved[i] = (before[i] - after[i]) / rate;
            subtracted[i] = Math.max(Math.abs(before[i]), Math.abs(after[i])) / rate;
        }
        Handed whole = Handed.whole(task.network());
        return new Answer.Given<>(new Claim(
                OptionalDouble.empty(),
                new Point(task.network(), moved),
                Optional.empty(),
                new Handed(whole.blocks(), subtracted, whole.printed(), 0, whole.tensors(), whole.notes())));
    }

    /** @param theta changed on the way where rate is above 0 */
    private double[] backward(Case task, double[] theta, double rate) {
        Network network = task.network();
        int n = task.samples().n();
        double[][][] now = new double[n][][];
        for (int s = 0; s < n; s++) {
            now[s] = forward(task, task.samples().x()[s]);
        }
        boolean stale = slips.contains(Slip.STALE_FORWARD)
                && lastActivations != null
                && lastActivations.length == n
                && lastActivations[0].length == now[0].length;
        double[][][] a = stale ? lastActivations : now;
        lastActivations = now;
        double[] gradient = new double[network.size()];
        double[][] delta = new double[n][];
        for (int l = network.depth() - 1; l >= 0; l--) {
            for (int s = 0; s < n; s++) {
                delta[s] = l == network.depth() - 1
                        ? output(a[s][l + 1], task.samples().y()[s])
                        : hidden(
                                task,
                                theta,
                                rate,
                                l,
                                delta[s],
                                a[s],
                                task.samples().y()[s]);
            }
            for (int s = 0; s < n; s++) {
                learn(network, l, a[s][l], delta[s], n, gradient);
            }
            for (Block block : network.blocks(l)) {
                for (int i = block.offset(); rate > 0 && i < block.end(); i++) {
                    theta[i] -= rate * gradient[i];
                }
            }
        }
        return gradient;
    }

    private static double[][] forward(Case task, double[] x) {
        Network network = task.network();
        double[][] a = new double[network.depth() + 1][];
        a[0] = x;
        for (int l = 0; l < network.depth(); l++) {
            double[][] w = task.parameters().rows(network.blocks(l).get(0));
            double[] z = task.parameters().values(network.blocks(l).get(1));
            for (int j = 0; j < z.length; j++) {
                for (int i = 0; i < w.length; i++) {
                    z[j] += a[l][i] * w[i][j];
                }
                z[j] = 1 / (1 + Math.exp(-z[j]));
            }
            a[l + 1] = z;
        }
        return a;
    }

    private double[] output(double[] y, double[] t) {
        double[] delta = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            double slope = slips.contains(Slip.OUTPUT_DERIVATIVE_MISSING) ? 1 : slope(y[k]);
            delta[k] = (slips.contains(Slip.UPHILL) ? t[k] - y[k] : y[k] - t[k]) * slope;
        }
        return delta;
    }

    private double[] hidden(Case task, double[] theta, double rate, int l, double[] above, double[][] a, double[] t) {
        Network network = task.network();
        Block weights = network.blocks(l + 1).get(0);
        double[] passed = above;
        if (slips.contains(Slip.RAW_ERROR_PASSED_DOWN) && l == network.depth() - 2) {
            passed = new double[t.length];
            for (int k = 0; k < t.length; k++) {
                passed[k] = a[network.depth()][k] - t[k];
            }
        }
        double[] delta = new double[weights.rows()];
        for (int i = 0; i < delta.length; i++) {
            for (int j = 0; j < passed.length; j++) {
                int at = weights.index(i, j);
                delta[i] +=
                        passed[j] * (rate > 0 ? theta[at] : task.parameters().values()[at]);
            }
            delta[i] *= slips.contains(Slip.HIDDEN_DERIVATIVE_MISSING) ? 1 : slope(a[l + 1][i]);
        }
        return delta;
    }

    private double slope(double a) {
        double at = slips.contains(Slip.DERIVATIVE_AT_ACTIVATION) ? 1 / (1 + Math.exp(-a)) : a;
        return at * (1 - at);
    }

    private void learn(Network network, int l, double[] input, double[] delta, int n, double[] gradient) {
        Block weights = network.blocks(l).get(0);
        Block bias = network.blocks(l).get(1);
        double mean = slips.contains(Slip.NOT_AVERAGED) ? 1 : 1.0 / n;
        double twice = slips.contains(Slip.AVERAGED_TWICE) ? mean * mean : mean;
        for (int j = 0; j < delta.length; j++) {
            for (int i = 0; i < input.length; i++) {
                gradient[weights.index(i, j)] += input[i] * delta[j] * twice;
            }
            for (int k = 0; k < delta.length; k++) {
                boolean counts = k == j || slips.contains(Slip.BIAS_OVER_NEURONS);
                gradient[bias.index(0, j)] +=
                        counts ? delta[k] * (slips.contains(Slip.BIAS_NOT_AVERAGED) ? 1 : twice) : 0;
            }
        }
    }
}
