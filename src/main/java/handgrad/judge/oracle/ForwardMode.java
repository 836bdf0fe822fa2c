package handgrad.judge.oracle;

import handgrad.network.Block;
import handgrad.network.ChainRule;
import handgrad.network.Network;
import handgrad.network.Point;
import handgrad.network.Samples;
import handgrad.network.layer.Theta;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * The oracle: the gradient by forward-mode differentiation of the definitions, in double precision. No backpropagation, no
 * derivative by hand, no step size, no truncation; the only error is rounding. It is that of the part of a batch that a network
 * may be defined on, mostly one sample, not yet reduced.
 *
 * <p>Where a function stands at its kink its slope is that of the branch below, of a relu 0; other slopes can be asked for.
 */
public final class ForwardMode {
    private final Network network;
    private final List<Row> t;
    private final ChainRule chain;
    private final Directions directions = new Directions();
    /** What each layer is fed. */
    private final List<List<Row>> inputs = new ArrayList<>();
    /** How many products and choices there are below each layer; at the end, below the loss. */
    private final int[] products;

    private final int[] choices;
    private final Map<Plain, Block> parameters = new IdentityHashMap<>();

    public ForwardMode(Point theta, Samples part) {
        this.network = theta.network();
        this.t = still(part.y());
        this.chain = new ChainRule(network, parameters(theta));
        this.products = new int[network.depth() + 1];
        this.choices = new int[network.depth() + 1];
        List<Row> a = still(part.x());
        for (int l = 0; l < network.depth(); l++) {
            products[l] = directions.products();
            choices[l] = directions.choices();
            inputs.add(a);
            a = chain.activate(l, network.layer(l).z(a, chain.theta().get(l)));
        }
        products[network.depth()] = directions.products();
        choices[network.depth()] = directions.choices();
    }

    private List<Theta<Row>> parameters(Point theta) {
        var layers = new ArrayList<Theta<Row>>();
        for (int l = 0; l < network.depth(); l++) {
            var rows = new ArrayList<Row>();
            for (Block block : network.blocks(l)) {
                Plain values = Plain.of(theta.values(block));
                parameters.put(values, block);
                rows.add(Dual.still(values, directions));
            }
            layers.add(new Theta<>(network.layer(l).slots(), rows));
        }
        return layers;
    }

    private List<Row> still(double[][] rows) {
        return Arrays.stream(rows)
                .<Row>map(row -> Dual.still(Plain.of(row), directions))
                .toList();
    }

    /** Chooses the slope at a kink of a layer's activation, or of the loss, which stands above the last layer. */
    public void lean(int layer, Lean lean) {
        directions.lean(choices[layer] + lean.choice(), lean.unit(), lean.share());
    }

    public void leanNowhere() {
        directions.leanNowhere();
    }

    /** Adds {@code dL/dtheta} to a gradient in the layout of the parameters, where L is the sum of the samples' losses. */
    public void addTo(double[] gradient) {
        for (int l = 0; l < network.depth(); l++) {
            for (int product = products[l]; product < products[l + 1]; product++) {
                for (int unit = 0; unit < directions.width(product); unit++) {
                    add(directions.port(product), unit, tangent(l, product, unit), gradient);
                }
            }
        }
    }

    /** {@code dL} when one number of a product moves by 1. */
    private double tangent(int l, int product, int unit) {
        directions.restart(products[l], choices[l]);
        directions.move(product, unit);
        double sum = 0;
        for (Row terms : chain.loss(chain.forwardFrom(l, inputs.get(l)), t)) {
            sum += ((Dual) terms).tangent().sum().value(0);
        }
        return sum;
    }

    private void add(Directions.Port port, int unit, double tangent, double[] gradient) {
        Block weights = parameters.get(port.weights());
        double[] input = port.input();
        for (int i = 0; i < input.length; i++) {
            gradient[weights.offset() + unit * input.length + i] += tangent * input[i];
        }
        // Where a layer has no bias, zeros stand in its place.
        if (parameters.containsKey(port.bias())) {
            gradient[parameters.get(port.bias()).offset() + unit] += tangent;
        }
    }

    /** The gradient of the reduced loss. */
    public static Point gradient(Point theta, Samples samples) {
        double[] gradient = new double[theta.network().size()];
        samples.parts(theta.network()).forEach(part -> new ForwardMode(theta, part).addTo(gradient));
        double factor = theta.network().reduction().factor(samples.n());
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= factor;
        }
        return new Point(theta.network(), gradient);
    }
}
