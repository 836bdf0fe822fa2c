package handgrad.judge.diagnosis;

import static handgrad.judge.diagnosis.Matrices.ravel;
import static handgrad.judge.diagnosis.Matrices.reshape;
import static handgrad.judge.diagnosis.Matrices.scale;

import handgrad.network.layer.Layer;
import java.util.OptionalInt;

/** Plants right gradients in the wrong layer, and none at all. */
final class LayerMistakes {
    private final MatrixCase given;
    private final Planter planter;

    LayerMistakes(MatrixCase given, Planter planter) {
        this.given = given;
        this.planter = planter;
    }

    void plant() {
        missing();
        for (int l = 0; l < planter.depth(); l++) {
            for (int other = 0; other < planter.depth(); other++) {
                if (l != other && fits(l, other)) {
                    same(l, other);
                }
                if (l < other && fits(l, other)) {
                    swapped(l, other);
                }
            }
        }
        if (planter.depth() > 2 && planter.layers().allMatch(l -> planter.sameShape(0, l))) {
            planter.spoilt(Mistake.SAME_UPDATE_IN_EVERY_LAYER, OptionalInt.empty(), "the output layer's", right -> {
                for (int l = 0; l < planter.depth() - 1; l++) {
                    give(right, right, l, planter.depth() - 1);
                }
                return right;
            });
        }
    }

    private void missing() {
        for (int l = 0; planter.depth() > 1 && l < planter.depth(); l++) {
            int layer = l;
            planter.spoilt(Mistake.LAYER_GRADIENT_MISSING, OptionalInt.of(l), "zero", right -> zero(right, layer));
        }
        planter.spoilt(Mistake.LAYER_GRADIENT_MISSING, OptionalInt.empty(), "zero", right -> {
            planter.layers().forEach(l -> zero(right, l));
            return right;
        });
    }

    private static MatrixGradient zero(MatrixGradient right, int l) {
        right.weights()[l] = scale(0, right.weights()[l]);
        right.bias()[l] = scale(0, right.bias()[l]);
        return right;
    }

    /** Of one shape, or as many weights in the other order, as in a network 1-3-1. */
    private boolean fits(int l, int other) {
        Layer one = given.network().layer(l);
        Layer two = given.network().layer(other);
        return planter.sameShape(l, other) || (one.nIn() == two.nOut() && one.nOut() == two.nIn());
    }

    private void same(int l, int other) {
        planter.spoilt(Mistake.SAME_UPDATE_IN_EVERY_LAYER, OptionalInt.of(l), "that of layer " + other, right -> {
            give(right, given.right().gradient(), l, other);
            return right;
        });
    }

    private void swapped(int l, int other) {
        planter.spoilt(Mistake.LAYER_SWAPPED, OptionalInt.of(l), "with layer " + other, right -> {
            MatrixGradient source = given.right().gradient();
            give(right, source, l, other);
            give(right, source, other, l);
            return right;
        });
    }

    /** Gives layer {@code l} the gradient of another; the bias only where it fits. */
    private void give(MatrixGradient gradient, MatrixGradient source, int l, int other) {
        Layer shape = given.network().layer(l);
        gradient.weights()[l] = reshape(ravel(source.weights()[other]), shape.nIn(), shape.nOut());
        if (planter.sameShape(l, other)) {
            gradient.bias()[l] = source.bias()[other].clone();
        }
    }
}
