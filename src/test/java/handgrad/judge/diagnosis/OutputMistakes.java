package handgrad.judge.diagnosis;

import static handgrad.judge.diagnosis.Matrices.minus;
import static handgrad.judge.diagnosis.Matrices.scale;
import static handgrad.judge.diagnosis.Matrices.zip;

import handgrad.network.function.Activation;
import handgrad.network.function.activation.Sigmoid;
import handgrad.network.function.activation.Softmax;
import handgrad.network.function.loss.BinaryCrossEntropy;
import handgrad.network.function.loss.CrossEntropy;
import java.util.function.Function;

/** Plants wrong deltas of the output layer: another loss's, softmax without its cross terms, clipped outputs. */
final class OutputMistakes {
    private final MatrixCase given;
    private final Planter planter;
    private final int last;
    private final Activation output;

    OutputMistakes(MatrixCase given, Planter planter) {
        this.given = given;
        this.planter = planter;
        this.last = given.network().depth() - 1;
        this.output = given.network().outputLayer().activation();
    }

    void plant() {
        switch (given.network().loss().id()) {
            case "half-squared-error" -> {
                squaredErrors(
                        "mean-squared-error",
                        p -> minus(p.y(), p.t),
                        2.0 / given.network().nOut());
                plainDifference();
            }
            case "mean-squared-error" -> {
                squaredErrors("half-squared-error", p -> minus(p.y(), p.t), 1);
                plainDifference();
            }
            case "binary-cross-entropy" -> ofSigmoid();
            case "cross-entropy" -> ofSoftmax();
            default -> throw new IllegalArgumentException(given.network().loss().id());
        }
        if (output instanceof Softmax && given.kind() != MatrixCase.Kind.SATURATED) {
            delta(Mistake.SOFTMAX_DIAGONAL, "y (1 - y)", p -> Slopes.ofOutput(new Sigmoid(), p.y(), p.lossSlope()));
        }
        if (given.network().loss() instanceof BinaryCrossEntropy
                || given.network().loss() instanceof CrossEntropy) {
            new ClippedLosses(given, planter).plant();
        }
    }

    /** Cross-entropy's {@code y - t} where squared error needs the activation's derivative as well. */
    private void plainDifference() {
        if (output instanceof Sigmoid || output instanceof Softmax) {
            otherLoss("y - t", p -> minus(p.y(), p.t));
        }
    }

    /** With one output a squared error differs from another by 2 whatever the case: that is planted as a factor. */
    private void squaredErrors(String of, Function<TextbookBackpropagation, double[][]> slope, double factor) {
        if (given.network().nOut() > 1 || given.network().loss() instanceof BinaryCrossEntropy) {
            otherLoss(of, p -> p.throughActivation(last, scale(factor, slope.apply(p))));
        }
    }

    private void ofSigmoid() {
        squaredErrors("half-squared-error", p -> minus(p.y(), p.t), 1);
        squaredErrors(
                "mean-squared-error",
                p -> minus(p.y(), p.t),
                2.0 / given.network().nOut());
        otherLoss("t (y - 1), without the term of 1 - t", p -> zip(p.y(), p.t, (y, t) -> -t * (1 - y)));
    }

    private void ofSoftmax() {
        squaredErrors("half-squared-error", p -> minus(p.y(), p.t), 1);
        squaredErrors(
                "mean-squared-error",
                p -> minus(p.y(), p.t),
                2.0 / given.network().nOut());
        otherLoss("half-squared-error of sigmoids", p -> Slopes.ofOutput(new Sigmoid(), p.y(), minus(p.y(), p.t)));
        if (given.kind() != MatrixCase.Kind.SATURATED) {
            otherLoss(
                    "binary-cross-entropy of softmax",
                    p -> p.throughActivation(last, zip(p.y(), p.t, (y, t) -> (1 - t) / (1 - y) - t / y)));
        }
    }

    private void otherLoss(String form, Function<TextbookBackpropagation, double[][]> delta) {
        delta(Mistake.OUTPUT_DELTA_OF_OTHER_LOSS, form, delta);
    }

    private void delta(Mistake mistake, String form, Function<TextbookBackpropagation, double[][]> delta) {
        planter.in(last, mistake, form, new TextbookBackpropagation(given.theta(), given.samples()) {
            @Override
            double[][] outputDelta() {
                return delta.apply(this);
            }
        });
    }
}
