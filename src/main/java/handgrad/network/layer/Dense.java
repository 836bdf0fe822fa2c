package handgrad.network.layer;

import handgrad.InputException;
import handgrad.network.array.Matrix;
import handgrad.network.array.Matrix.Factor;
import handgrad.network.function.Activation;
import handgrad.network.function.Loops;
import handgrad.network.function.Loss;
import handgrad.network.number.Row;
import java.util.List;

/**
 * A dense layer, with {@code W [nIn, nOut]} and {@code b [nOut]}, or without a bias: then b is 0 and no parameter.
 *
 * <pre>
 *   z = x W + b               a = f(z)               delta = dL/da * f'(z)
 *   dL/dx = delta W^T         dL/dW = x^T delta      dL/db = 1^T delta
 * </pre>
 */
public record Dense(int nIn, int nOut, Activation activation, boolean hasBias) implements Layer {
    /** @throws InputException if a width is below 1 */
    public Dense {
        if (nIn < 1 || nOut < 1) {
            throw new InputException(
                    "a layer of %d inputs and %d outputs: expected at least 1 of each".formatted(nIn, nOut));
        }
    }

    /** With a bias. */
    public Dense(int nIn, int nOut, Activation activation) {
        this(nIn, nOut, activation, true);
    }

    @Override
    public String kind() {
        return "dense";
    }

    @Override
    public List<Slot> slots() {
        var weights = new Slot("weights", "W", Slot.Role.WEIGHT, nIn, nOut);
        return hasBias ? List.of(weights, new Slot("bias", "b", Slot.Role.BIAS, 1, nOut)) : List.of(weights);
    }

    @Override
    public List<Row> z(List<Row> inputs, Theta<Row> theta) {
        Row w = theta.get("W");
        return inputs.stream()
                .map(x -> hasBias ? x.affine(w, theta.get("b")) : x.product(w))
                .toList();
    }

    @Override
    public Theta<Row> gradient(List<Row> inputs, Theta<Row> theta, List<Row> delta) {
        List<Row> products = Layer.each(inputs, delta, Row::outer);
        if (!hasBias) {
            return new Theta<>(slots(), List.of(sum(products)));
        }
        List<Row> sums = delta.stream().map(Row::overSamples).toList();
        return new Theta<>(slots(), List.of(sum(products), sum(sums)));
    }

    private static Row sum(List<Row> terms) {
        return terms.get(0).added(terms.subList(1, terms.size()));
    }

    @Override
    public List<Row> below(List<Row> inputs, Theta<Row> theta, List<Row> delta) {
        return delta.stream().map(d -> d.timesTransposed(theta.get("W"))).toList();
    }

    @Override
    public Pass pass(Theta<Matrix> theta, int n, Workspace workspace, boolean output) {
        return new DensePass(this, theta, n, workspace, output);
    }

    private static final class DensePass implements Pass {
        private final Activation f;
        private final Loops loops;
        private final Matrix w;
        private final Matrix b;
        private final boolean learnt;
        private final Matrix z;
        private final Matrix a;
        private final Matrix below;
        private final Outputs outputs;
        private Matrix x;
        private Matrix delta;

        DensePass(Dense layer, Theta<Matrix> theta, int n, Workspace workspace, boolean output) {
            this.f = layer.activation;
            this.loops = workspace.loops();
            this.w = theta.get("W");
            this.b = layer.hasBias ? theta.get("b") : workspace.allocate(1, layer.nOut);
            this.learnt = layer.hasBias;
            this.a = workspace.allocate(n, layer.nOut);
            // The losses are computed from z; elsewhere it is needed where f' is not known from a.
            this.z = output || !f.slopeFromOutput() ? workspace.allocate(n, layer.nOut) : a;
            this.delta = output ? workspace.allocate(n, layer.nOut) : a;
            this.below = workspace.allocate(n, layer.nIn);
            this.outputs = new Outputs(z, a);
        }

        @Override
        public Matrix forward(Matrix input) {
            x = input;
            z.product(x, Factor.AS_IT_IS, w, Factor.AS_IT_IS);
            f.of(z, b, a, loops);
            return a;
        }

        @Override
        public Outputs outputs() {
            return outputs;
        }

        @Override
        public void receive(Loss loss, Matrix target) {
            loss.delta(f, z, a, target, delta, loops);
        }

        @Override
        public void receive(Matrix dA) {
            delta = dA;
            f.timesSlope(delta, z, a, loops);
        }

        @Override
        public Matrix passDown() {
            below.product(delta, Factor.AS_IT_IS, w, Factor.TRANSPOSED);
            return below;
        }

        @Override
        public void learn(Theta<Sink> gradient) {
            gradient.get("W").product(x, delta);
            if (learnt) {
                gradient.get("b").columnSums(delta);
            }
        }
    }
}
