package handgrad.check;

import handgrad.InputException;
import handgrad.Named;
import handgrad.network.Network;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import handgrad.network.layer.Dense;
import handgrad.network.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/** A dense network whose loss is still to be named. */
public final class DenseLoss {
    private final List<LayerGradient> gradients;
    private final List<DenseLayer> layers;

    DenseLoss(List<LayerGradient> gradients, List<DenseLayer> layers) {
        this.gradients = gradients;
        this.layers = layers;
    }

    /**
     * The loss of a sample, and how those of a batch become one number.
     *
     * @param loss by its name, such as {@code cross-entropy}
     * @param reduction {@code mean} or {@code sum}
     * @throws InputException if there is no such loss, activation or reduction, or if the layers make no network
     */
    public DenseData withLoss(String loss, String reduction) {
        var network = new Network(
                kinds(),
                Definitions.named(Loss.class, "loss", loss),
                Named.parse(Reduction.class, "reduction", reduction));
        return new DenseData(network, layers, gradients);
    }

    private List<Layer> kinds() {
        var kinds = new ArrayList<Layer>();
        for (DenseLayer layer : layers) {
            if (layer.w().length == 0) {
                throw new InputException(
                        "layer %d has weights without rows: expected one for each input".formatted(kinds.size() + 1));
            }
            kinds.add(new Dense(
                    layer.w().length,
                    layer.w()[0].length,
                    Definitions.named(Activation.class, "activation", layer.activation()),
                    layer.b().length > 0));
        }
        return kinds;
    }
}
