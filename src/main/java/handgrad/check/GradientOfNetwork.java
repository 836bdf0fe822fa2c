package handgrad.check;

/** What is to be said next of a gradient: the network that it is of. */
@FunctionalInterface
public interface GradientOfNetwork {
    /** The layers, from the first to the last. */
    DenseLoss of(DenseLayer... layers);
}
