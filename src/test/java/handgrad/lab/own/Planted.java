package handgrad.lab.own;

import handgrad.engine.Batch;
import handgrad.engine.Parameters;
import handgrad.input.userclass.HandGradient;
import handgrad.network.Network;
import java.util.Optional;
import java.util.function.Supplier;

/** Programs that train with one mistake each. Their gradient is {@link Textbook}'s. */
enum Planted {
    NOTHING(Textbook::new),
    UPDATE_SIGN(() ->
            new Stepping((theta, g, rate, n) -> theta.vector().addi(g.vector().mul(rate)))),
    RATE_DIVIDED_BY_N(() ->
            new Stepping((theta, g, rate, n) -> theta.vector().subi(g.vector().mul(rate / n)))),
    DECAY_ON_BIASES(() -> new Stepping((theta, g, rate, n) -> {
        for (int l = 0; l < theta.network().depth(); l++) {
            g.bias(l).addi(theta.bias(l).mul(0.01));
        }
        theta.vector().subi(g.vector().mul(rate));
    })),
    WRONG_LAYER_UPDATED(() -> new Stepping((theta, g, rate, n) -> {
        // The loop variable is forgotten: every turn updates the last layer.
        int last = theta.network().depth() - 1;
        for (int l = 0; l <= last; l++) {
            theta.weights(last).subi(g.weights(last).mul(rate));
            theta.bias(l).subi(g.bias(l).mul(rate));
        }
    })),
    /** Each layer is updated as soon as its gradient is known; what is passed down goes through the new weights. */
    LAYER_UPDATED_BEFORE_BACKWARD(() -> new Textbook() {
        @Override
        public Optional<Parameters> step(Network network, Parameters theta, Batch batch, double rate) {
            Parameters after = theta.copy();
            Textbook.backward(theta, after, batch, (l, dw, db) -> {
                after.weights(l).subi(dw.mul(rate));
                after.bias(l).subi(db.mul(rate));
            });
            return Optional.of(after);
        }
    }),
    /** {@code optimizer.step()} stands before {@code loss.backward()}. */
    UPDATE_BEFORE_BACKWARD(() -> new Remembering() {
        @Override
        Parameters update(Parameters g) {
            Parameters before = last;
            last = g;
            return before;
        }
    }),
    MOMENTUM_IN_THE_UPDATE(() -> new Remembering() {
        @Override
        Parameters update(Parameters g) {
            last.vector().muli(0.9).addi(g.vector());
            return last;
        }
    }),
    LAST_BATCH_TWICE(() -> new Textbook() {
        private Batch before;

        @Override
        public Optional<Parameters> step(Network network, Parameters theta, Batch batch, double rate) {
            Parameters g = gradient(network, theta, batch);
            if (before != null) {
                g.vector().addi(gradient(network, theta, before).vector());
            }
            before = batch;
            Parameters after = theta.copy();
            after.vector().subi(g.vector().mul(rate));
            return Optional.of(after);
        }
    }),
    GRADIENT_NOT_RESET(() -> new Kept(1)),
    MOMENTUM_IN_THE_GRADIENT(() -> new Kept(0.5));

    @SuppressWarnings("ImmutableEnumChecker")
    private final Supplier<HandGradient> made;

    Planted(Supplier<HandGradient> made) {
        this.made = made;
    }

    HandGradient make() {
        return made.get();
    }

    private interface Rule {
        /** Moves theta, in place. */
        void step(Parameters theta, Parameters g, double rate, int n);
    }

    /** A step without a memory. */
    private static final class Stepping extends Textbook {
        private final Rule rule;

        Stepping(Rule rule) {
            this.rule = rule;
        }

        @Override
        public Optional<Parameters> step(Network network, Parameters theta, Batch batch, double rate) {
            Parameters after = theta.copy();
            rule.step(after, gradient(network, theta, batch), rate, batch.n());
            return Optional.of(after);
        }
    }

    /** A step with one. */
    private abstract static class Remembering extends Textbook {
        Parameters last;

        abstract Parameters update(Parameters g);

        @Override
        public Optional<Parameters> step(Network network, Parameters theta, Batch batch, double rate) {
            if (last == null) {
                last = Parameters.zeros(network, theta.dataType());
            }
            Parameters after = theta.copy();
            after.vector().subi(update(gradient(network, theta, batch)).vector().mul(rate));
            return Optional.of(after);
        }
    }

    /** A gradient, without a step, in which a share of the last one is left. */
    private static final class Kept extends Textbook {
        private final double share;
        private Parameters last;

        Kept(double share) {
            this.share = share;
        }

        @Override
        public Parameters gradient(Network network, Parameters theta, Batch batch) {
            Parameters g = super.gradient(network, theta, batch);
            if (last != null) {
                g.vector().addi(last.vector().mul(share));
            }
            last = g;
            return g.copy();
        }

        @Override
        public Optional<Parameters> step(Network network, Parameters theta, Batch batch, double rate) {
            Parameters after = theta.copy();
            after.vector().subi(gradient(network, theta, batch).vector().mul(rate));
            return Optional.of(after);
        }
    }
}
