package handgrad.network;

import handgrad.InputException;

/** A dense layer: {@code z = a W + b}, {@code f(z)}, with {@code W [nIn, nOut]} and {@code b [nOut]}. */
public record Layer(int nIn, int nOut, Activation activation) {
    /** @throws InputException if a width is below 1 */
    public Layer {
        if (nIn < 1 || nOut < 1) {
            throw new InputException(
                    "a layer of %d inputs and %d outputs: expected at least 1 of each".formatted(nIn, nOut));
        }
    }
}
