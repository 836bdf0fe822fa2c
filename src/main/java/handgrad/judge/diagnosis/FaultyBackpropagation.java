package handgrad.judge.diagnosis;

import java.util.List;
import java.util.Optional;

/**
 * Backpropagation in plain loops, with the faults that it is told to make. Without any it is right. Faults of the finished
 * gradient, such as a wrong factor, are left to {@link FaultyGradient}.
 */
final class FaultyBackpropagation {
    private final Place place;
    private final Faults faults;
    private final FaultyFunctions functions;
    private final FaultyProducts products;
    private final int depth;
    private final int n;
    private final ForwardPass pass;
    private final double[] gradient;

    private FaultyBackpropagation(Place place, Faults faults) {
        this.place = place;
        this.faults = faults;
        this.functions = new FaultyFunctions(place.network, faults);
        this.products = new FaultyProducts(place, faults);
        this.depth = place.network.depth();
        this.n = place.x.length;
        this.pass = forward();
        this.gradient = new double[place.theta.length];
    }

    /** The gradient of the reduced loss that a program with these faults would compute. */
    static double[] gradient(Place place, List<Fault> faults) {
        if (faults.stream().anyMatch(FaultyBackpropagation::separates)) {
            return new SeparateProducts(place)
                    .gradient(faults.stream().filter(fault -> !separates(fault)).toList());
        }
        var faulty = new FaultyBackpropagation(place, new Faults(faults));
        faulty.backward();
        return faulty.gradient;
    }

    private static boolean separates(Fault fault) {
        return fault.mistake() == Mistake.ELEMENTWISE_PRODUCT && fault.form() == FaultyProducts.SEPARATE;
    }

    private ForwardPass forward() {
        ForwardPass fresh = products.forwardIsFaulty() ? ForwardPass.of(place, products) : place.forward;
        for (Fault fault : faults.list()) {
            if (fault.mistake() == Mistake.STALE_ACTIVATIONS && fault.form() != StaleActivations.IN_GRADIENT) {
                return new StaleActivations(fault.form()).instead(place.network, fresh);
            }
        }
        return fresh;
    }

    private void backward() {
        int last = depth - 1;
        var output = new FaultyOutput(place.network, faults, functions);
        double[][] delta = new double[n][];
        for (int s = 0; s < n; s++) {
            delta[s] = output.delta(pass.z(last)[s], pass.input(depth)[s], pass.slopeAt(last)[s], place.t[s]);
            for (int k = 0; k < delta[s].length; k++) {
                delta[s][k] *= place.network.reduction().factor(n);
            }
        }
        for (int l = last; l >= 0; l--) {
            double[][] inputs = inputs(l);
            for (int s = 0; s < n; s++) {
                products.accumulate(l, s, inputs, delta, share(l, s), gradient);
            }
            delta = l > 0 ? below(l, delta) : delta;
        }
    }

    /** By what the gradient of the weights is made. */
    private double[][] inputs(int l) {
        if (l > 0 && faults.has(Mistake.PRE_ACTIVATION_AS_INPUT, l)) {
            return pass.z(l - 1);
        }
        boolean stale = l > 0 && faults.has(Mistake.STALE_ACTIVATIONS, l, StaleActivations.IN_GRADIENT);
        return stale ? StaleActivations.before(pass.input(l)) : pass.input(l);
    }

    /** What a sample counts: 1, unless only one sample counts. Form 1 then leaves the factor 1/n of a mean out. */
    private double share(int l, int s) {
        Optional<Fault> last = faults.find(Mistake.LAST_SAMPLE_ONLY, l);
        Optional<Fault> first = faults.find(Mistake.FIRST_SAMPLE_ONLY, l);
        Optional<Fault> only = last.isPresent() ? last : first;
        if (only.isEmpty()) {
            return 1;
        }
        boolean counts = s == (last.isPresent() ? n - 1 : 0);
        double whole = 1 / place.network.reduction().factor(n);
        return counts ? (only.get().form() == 1 ? whole : 1) : 0;
    }

    private double[][] below(int l, double[][] delta) {
        double[][] lower = products.down(l, delta, gradient);
        for (int s = 0; s < n; s++) {
            lower[s] = functions.timesSlope(l - 1, pass.z(l - 1)[s], pass.slopeAt(l - 1)[s], lower[s]);
        }
        return lower;
    }
}
