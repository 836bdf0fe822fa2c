package handgrad.judge.diagnosis;

import static handgrad.judge.diagnosis.Matrices.columnSums;
import static handgrad.judge.diagnosis.Matrices.scale;

import handgrad.network.Reduction;
import handgrad.network.function.loss.MeanSquaredError;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Plants wrong factors and signs: of everything, of one layer, of the biases; and a weight decay that nobody asked for. */
final class ScaleMistakes {
    private final MatrixCase given;
    private final Planter planter;

    ScaleMistakes(MatrixCase given, Planter planter) {
        this.given = given;
        this.planter = planter;
    }

    void plant() {
        reduction();
        factors();
        biases();
        weightDecay();
    }

    private void reduction() {
        int n = given.n();
        if (given.network().reduction() == Reduction.SUM) {
            scaled(Mistake.MEAN_INSTEAD_OF_SUM, "1/n", 1.0 / n, true);
            return;
        }
        scaled(Mistake.SUM_INSTEAD_OF_MEAN, "no 1/n", n, true);
        planter.everywhere(
                Mistake.SUM_INSTEAD_OF_MEAN,
                "no 1/n for the weights",
                new TextbookBackpropagation(given.theta(), given.samples()) {
                    @Override
                    double[][] weightsGradient(int l, double[][] delta) {
                        return scale(n, super.weightsGradient(l, delta));
                    }
                });
    }

    private void factors() {
        scaled(Mistake.SIGN_FLIPPED, "minus", -1, true);
        scaled(Mistake.FACTOR_TWO, "times 2", 2, false);
        scaled(Mistake.FACTOR_HALF, "times 1/2", 0.5, false);
        if (!(given.network().loss() instanceof MeanSquaredError)) {
            scaled(Mistake.DIVIDED_BY_OUTPUTS, "1/nOut", 1.0 / given.network().nOut(), false);
        }
        scaled(Mistake.WRONG_SCALE, "times 0.1", 0.1, true);
        scaled(Mistake.WRONG_SCALE, "times 0.003", 0.003, false);
        scaled(Mistake.WRONG_SCALE, "times -0.7, the step itself", -0.7, false);
    }

    /** A factor on the output's delta, which all layers inherit; and one on what is returned for a layer. */
    private void scaled(Mistake mistake, String form, double factor, boolean alone) {
        planter.everywhere(mistake, form, new TextbookBackpropagation(given.theta(), given.samples()) {
            @Override
            double[][] outputDelta() {
                return scale(factor, super.outputDelta());
            }
        });
        for (int l = 0; alone && planter.depth() > 1 && l < planter.depth(); l++) {
            int layer = l;
            planter.spoilt(mistake, OptionalInt.of(l), form, right -> {
                right.weights()[layer] = scale(factor, right.weights()[layer]);
                right.bias()[layer] = scale(factor, right.bias()[layer]);
                return right;
            });
        }
    }

    private void biases() {
        biases(Mistake.BIAS_GRADIENT_MISSING, "zero", bias -> scale(0, bias));
        biases(Mistake.BIAS_GRADIENT_AVERAGED, "1/n again", bias -> scale(1.0 / given.n(), bias));
        if (given.network().reduction() == Reduction.MEAN) {
            biases(Mistake.BIAS_GRADIENT_SUMMED, "no 1/n", bias -> scale(given.n(), bias));
        }
    }

    private void biases(Mistake mistake, String form, UnaryOperator<double[]> spoil) {
        planter.places(
                mistake, form, planter.layers(), at -> new TextbookBackpropagation(given.theta(), given.samples()) {
                    @Override
                    double[] biasGradient(int l, double[][] delta) {
                        double[] right = scale(factor(), columnSums(delta));
                        return at.test(l) ? spoil.apply(right) : right;
                    }
                });
    }

    private void weightDecay() {
        planter.places(Mistake.WEIGHT_DECAY_ADDED, "0.01 W", planter.layers(), at -> decayed(0.01, at, false));
        planter.everywhere(Mistake.WEIGHT_DECAY_ADDED, "1e-4 W", decayed(1e-4, l -> true, false));
        planter.everywhere(Mistake.WEIGHT_DECAY_ADDED, "0.01 W and 0.01 b", decayed(0.01, l -> true, true));
    }

    private TextbookBackpropagation decayed(double lambda, IntPredicate at, boolean biasToo) {
        return new TextbookBackpropagation(given.theta(), given.samples()) {
            @Override
            double[][] weightsGradient(int l, double[][] delta) {
                double[][] right = super.weightsGradient(l, delta);
                return at.test(l) ? Matrices.zip(right, w[l], (g, v) -> g + lambda * v) : right;
            }

            @Override
            double[] biasGradient(int l, double[][] delta) {
                double[] right = super.biasGradient(l, delta);
                return !biasToo || !at.test(l)
                        ? right
                        : IntStream.range(0, right.length)
                                .mapToDouble(j -> right[j] + lambda * b[l][j])
                                .toArray();
            }
        };
    }
}
