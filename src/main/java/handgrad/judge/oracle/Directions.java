package handgrad.judge.oracle;

import handgrad.network.number.Plain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * In which direction a definition is differentiated. Parameters enter a definition through products, {@code x W + b}; a weight
 * {@code w_ij} moves the j-th number of its product by {@code x_i}, a bias by 1. So it is enough to move each number of each
 * product once, and there is no need for a direction for each parameter. Operations count themselves in the order in which the
 * definition is evaluated, which is always the same.
 */
final class Directions {
    /** A product with parameters: what comes in, and which parameters. */
    record Port(double[] input, Plain weights, Plain bias) {}

    private final List<Port> ports = new ArrayList<>();
    private final List<Plain> products = new ArrayList<>();
    private final Map<Integer, Map<Integer, Double>> kinks = new HashMap<>();
    private int product;
    private int choice;
    private int moving = -1;
    private int unit;

    /** A new evaluation, from the product and the choice with these numbers on, in which nothing moves of itself. */
    void restart(int firstProduct, int firstChoice) {
        product = firstProduct;
        choice = firstChoice;
        moving = -1;
    }

    /** Moves one number of one product. */
    void move(int which, int number) {
        moving = which;
        unit = number;
    }

    /** How many products there have been. */
    int products() {
        return product;
    }

    int choices() {
        return choice;
    }

    Port port(int which) {
        return ports.get(which);
    }

    int width(int which) {
        return products.get(which).size();
    }

    /** At a kink the slope is {@code share} of the one above and the rest of the one below. */
    void lean(int whichChoice, int number, double share) {
        kinks.computeIfAbsent(whichChoice, any -> new HashMap<>()).put(number, share);
    }

    void leanNowhere() {
        kinks.clear();
    }

    /** The values of a product, which are the same in every evaluation. */
    Plain remembered(Supplier<Plain> values) {
        if (product == products.size()) {
            products.add(values.get());
        }
        return products.get(product);
    }

    /** The tangents that a product has of itself. */
    double[] seed(int size, Port port) {
        if (product == ports.size()) {
            ports.add(port);
        }
        double[] tangents = new double[size];
        if (product == moving) {
            tangents[unit] = 1;
        }
        product++;
        return tangents;
    }

    /** How much of each choice's slope is that of the branch above: 1 where the condition is above 0, else 0. */
    double[] shares(double[] condition) {
        double[] shares = new double[condition.length];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = condition[k] > 0 ? 1 : 0;
        }
        kinks.getOrDefault(choice, Map.of()).forEach((k, share) -> shares[k] = share);
        choice++;
        return shares;
    }
}
