package handgrad.judge.diagnosis;

import static handgrad.judge.diagnosis.Matrices.map;
import static handgrad.judge.diagnosis.Matrices.minus;
import static handgrad.judge.diagnosis.Matrices.zip;

import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.loss.BinaryCrossEntropy;
import java.util.function.BiFunction;

/** Plants the ways in which cross-entropies are kept from a logarithm of 0 at the price of their gradient. */
final class ClippedLosses {
    private final MatrixCase given;
    private final Planter planter;
    private final boolean binary;

    ClippedLosses(MatrixCase given, Planter planter) {
        this.given = given;
        this.planter = planter;
        this.binary = given.network().loss() instanceof BinaryCrossEntropy;
    }

    void plant() {
        for (double epsilon : new double[] {1e-5, 1e-7, 1e-10}) {
            clipped(epsilon, "clipped at %.0e, derivative of the clipped loss, slope of y", this::derivativeAtClipped);
            clipped(epsilon, "clipped at %.0e, no gradient where clipped", this::zeroWhereClipped);
            clipped(epsilon, "clipped at %.0e, then y - t", (p, yc) -> minus(yc, p.t));
        }
        if (given.kind() != MatrixCase.Kind.SATURATED) {
            epsilonAdded(1e-5);
            epsilonAdded(1e-8);
        }
    }

    private void clipped(
            double epsilon, String form, BiFunction<TextbookBackpropagation, double[][], double[][]> delta) {
        String named = form.formatted(epsilon);
        planter.in(
                given.network().depth() - 1,
                Mistake.LOSS_CLIPPED,
                named,
                new TextbookBackpropagation(given.theta(), given.samples()) {
                    @Override
                    double[][] outputDelta() {
                        return delta.apply(this, map(y(), y -> Math.max(epsilon, Math.min(1 - epsilon, y))));
                    }
                });
    }

    private double[][] derivativeAtClipped(TextbookBackpropagation p, double[][] yc) {
        return binary
                ? Slopes.ofOutput(new Sigmoid(), p.y(), zip(yc, p.t, (c, t) -> (c - t) / (c * (1 - c))))
                : Slopes.ofOutput(new Softmax(), p.y(), zip(yc, p.t, (c, t) -> -t / c));
    }

    /** What automatic differentiation makes of a clip: a slope of 0 outside, and y - t inside. */
    private double[][] zeroWhereClipped(TextbookBackpropagation p, double[][] yc) {
        if (binary) {
            return zip(minus(p.y(), p.t), minus(p.y(), yc), (right, clip) -> clip == 0 ? right : 0);
        }
        double[][] slope =
                zip(zip(yc, p.t, (c, t) -> -t / c), minus(p.y(), yc), (right, clip) -> clip == 0 ? right : 0);
        return Slopes.ofOutput(new Softmax(), p.y(), slope);
    }

    /** {@code log(y + epsilon)}, differentiated as it stands. */
    private void epsilonAdded(double epsilon) {
        planter.in(
                given.network().depth() - 1,
                Mistake.LOSS_CLIPPED,
                "%.0e added inside the logarithm".formatted(epsilon),
                new TextbookBackpropagation(given.theta(), given.samples()) {
                    @Override
                    double[][] outputDelta() {
                        return throughActivation(
                                last,
                                binary
                                        ? zip(y(), t, (y, t) -> (1 - t) / (1 - y + epsilon) - t / (y + epsilon))
                                        : zip(y(), t, (y, t) -> -t / (y + epsilon)));
                    }
                });
    }
}
