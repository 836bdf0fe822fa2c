package handgrad.judge.diagnosis;

import static handgrad.judge.diagnosis.Matrices.dot;
import static handgrad.judge.diagnosis.Matrices.minus;
import static handgrad.judge.diagnosis.Matrices.scale;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.IntPredicate;

/** Plants mistakes in {@code delta^l W^l^T} and in {@code a^(l-1)^T delta^l}; the first makes the layer below wrong. */
final class PassingMistakes {
    private static final double LEARNING_RATE = 0.5;

    private final MatrixCase given;
    private final Planter planter;

    PassingMistakes(MatrixCase given, Planter planter) {
        this.given = given;
        this.planter = planter;
    }

    /** What is passed down from layer {@code l} in place of {@code delta W^T}. */
    interface Passed {
        double[][] down(TextbookBackpropagation program, int l, double[][] delta);
    }

    void plant() {
        planter.places(
                Mistake.PRE_ACTIVATION_AS_INPUT,
                "z for a",
                planter.layersAbove(),
                at -> new TextbookBackpropagation(given.theta(), given.samples()) {
                    @Override
                    double[][] input(int l) {
                        return at.test(l) ? z[l - 1] : a[l];
                    }
                });
        passed(Mistake.TRANSPOSED_WEIGHTS, "delta W", planter::square, (p, l, delta) -> dot(delta, p.w[l]));
        passed(Mistake.WEIGHTS_MISSING, "delta as it is", planter::square, (p, l, delta) -> delta);
        passed(Mistake.WEIGHTS_MISSING, "delta summed over the outputs", l -> true, (p, l, delta) -> {
            double[][] ones = new double[p.w[l][0].length][p.w[l].length];
            return dot(delta, Matrices.map(ones, zero -> 1));
        });
        staleWeights(OptionalDouble.of(LEARNING_RATE), "learning rate told");
        staleWeights(OptionalDouble.empty(), "learning rate not told");
    }

    private void passed(Mistake mistake, String form, IntPredicate where, Passed passed) {
        planter.places(
                mistake, form, planter.layersAbove().filter(where), l -> l - 1, at -> passing(given, at, passed));
    }

    static TextbookBackpropagation passing(MatrixCase given, IntPredicate at, Passed passed) {
        return new TextbookBackpropagation(given.theta(), given.samples()) {
            @Override
            double[][] passDown(int l, double[][] delta) {
                return at.test(l) ? passed.down(this, l, delta) : super.passDown(l, delta);
            }
        };
    }

    /** Each layer is updated as soon as its gradient is there, before delta goes down through it. */
    private void staleWeights(OptionalDouble told, String form) {
        for (int l = 1; l < planter.depth(); l++) {
            int layer = l;
            planter.add(
                    Mistake.STALE_WEIGHTS,
                    OptionalInt.of(l - 1),
                    form,
                    told,
                    updatedAtOnce(other -> other == layer).gradient());
        }
        if (planter.depth() > 2) {
            planter.add(
                    Mistake.STALE_WEIGHTS,
                    OptionalInt.empty(),
                    form,
                    told,
                    updatedAtOnce(l -> true).gradient());
        }
    }

    private TextbookBackpropagation updatedAtOnce(IntPredicate at) {
        return new TextbookBackpropagation(given.theta(), given.samples()) {
            @Override
            double[][] weightsGradient(int l, double[][] delta) {
                double[][] gradient = super.weightsGradient(l, delta);
                if (at.test(l)) {
                    w[l] = minus(w[l], scale(LEARNING_RATE, gradient));
                }
                return gradient;
            }
        };
    }
}
