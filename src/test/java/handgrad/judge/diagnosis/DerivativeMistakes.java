package handgrad.judge.diagnosis;

import handgrad.network.function.Activation;
import handgrad.network.function.Loss;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.CrossEntropy;
import handgrad.network.function.loss.HalfSquaredError;
import java.util.function.IntPredicate;

/** Plants mistakes in {@code delta^l = dL/da^l * f'(z^l)}: the derivative left out, taken twice, or taken at the wrong place. */
final class DerivativeMistakes {
    private final MatrixCase given;
    private final Planter planter;
    private final int last;
    private final boolean fused;

    DerivativeMistakes(MatrixCase given, Planter planter) {
        this.given = given;
        this.planter = planter;
        this.last = given.network().depth() - 1;
        Loss loss = given.network().loss();
        this.fused = loss instanceof BinaryCrossEntropy || loss instanceof CrossEntropy;
    }

    /** Makes {@code delta^l} of {@code dL/da^l} wrongly. */
    private interface Wrong {
        double[][] through(TextbookBackpropagation program, int l, double[][] dA);
    }

    void plant() {
        Wrong missing = (p, l, dA) -> dA;
        Wrong twice = (p, l, dA) -> right(p, l, right(p, l, dA));
        Wrong atActivation = (p, l, dA) -> Slopes.ofSum(p.activation(l), p.a[l + 1], dA);
        Wrong formulaOfZ = (p, l, dA) -> Slopes.ofOutput(p.activation(l), p.z[l], dA);
        // Half a squared error of sigmoid or softmax without f' is y - t, and planted as another loss's delta.
        boolean differs = !fused && !(given.network().loss() instanceof HalfSquaredError && probabilities());
        plant(Mistake.MISSING_ACTIVATION_DERIVATIVE, differs, missing);
        plant(Mistake.ACTIVATION_DERIVATIVE_TWICE, !fused, twice);
        plant(Mistake.DERIVATIVE_AT_ACTIVATION, !fused, atActivation);
        plant(Mistake.DERIVATIVE_AT_PRE_ACTIVATION, !fused, formulaOfZ);
        if (fused && given.kind() != MatrixCase.Kind.SATURATED) {
            theLongWay(Mistake.MISSING_ACTIVATION_DERIVATIVE, missing);
            theLongWay(Mistake.DERIVATIVE_AT_ACTIVATION, atActivation);
            theLongWay(Mistake.DERIVATIVE_AT_PRE_ACTIVATION, formulaOfZ);
        }
    }

    private boolean probabilities() {
        Activation output = given.network().outputLayer().activation();
        return output instanceof Sigmoid || output instanceof Softmax;
    }

    private static double[][] right(TextbookBackpropagation p, int l, double[][] dA) {
        return Slopes.through(p.activation(l), p.z[l], p.a[l + 1], dA);
    }

    private void plant(Mistake mistake, boolean inOutputToo, Wrong wrong) {
        for (int l = 0; l < (inOutputToo ? last + 1 : last); l++) {
            int layer = l;
            planter.in(l, mistake, "f' of delta", program(wrong, other -> other == layer));
        }
        if (last > (fused ? 1 : 0)) {
            planter.everywhere(mistake, "f' of delta", program(wrong, l -> true));
        }
    }

    /** A cross-entropy differentiated to {@code dL/dy} first, and taken through {@code f'} then. */
    private void theLongWay(Mistake mistake, Wrong wrong) {
        TextbookBackpropagation program = program(wrong, l -> l == last);
        program.longWay = true;
        planter.in(last, mistake, "f' after dL/dy of a cross-entropy", program);
        if (last > 0) {
            TextbookBackpropagation all = program(wrong, l -> true);
            all.longWay = true;
            planter.everywhere(mistake, "f' after dL/dy of a cross-entropy", all);
        }
    }

    private TextbookBackpropagation program(Wrong wrong, IntPredicate at) {
        return new TextbookBackpropagation(given.theta(), given.samples()) {
            @Override
            double[][] throughActivation(int l, double[][] dA) {
                return at.test(l) ? wrong.through(this, l, dA) : super.throughActivation(l, dA);
            }
        };
    }
}
