package handgrad.judge.diagnosis;

import static handgrad.judge.diagnosis.Ways.everyWay;
import static handgrad.judge.diagnosis.Ways.inForm;
import static handgrad.judge.diagnosis.Ways.with;

import handgrad.network.Block;
import handgrad.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The faults that layers of some shapes let pass: square ones, and two with as many weights. */
final class ShapeFaults {
    /** The form of transposed weights in which they are used so on the way down; in the others the gradient is laid out so. */
    static final int PASSED_DOWN = 1;

    private final Network network;
    private final List<Block> blocks;
    private final int samples;
    private final int last;

    /** @param samples of the batch: some faults are only made where it has the size of a layer */
    ShapeFaults(Network network, int samples) {
        this.network = network;
        this.blocks = network.blocks();
        this.samples = samples;
        this.last = network.depth() - 1;
    }

    List<Fault> transposed() {
        var whole = everyWay(network, Mistake.TRANSPOSED_WEIGHTS, 0, last);
        boolean oblong = IntStream.rangeClosed(0, last).anyMatch(l -> !square(l));
        var faults = oblong ? with(whole, inForm(whole, 2)) : whole;
        return with(faults, belowSquares(Mistake.TRANSPOSED_WEIGHTS, PASSED_DOWN));
    }

    /** What goes wrong on the way down through a square matrix: named by the layer below, which comes out wrong. */
    Fault[] belowSquares(Mistake mistake, int form) {
        return squares(mistake, form, IntStream.rangeClosed(1, last), -1);
    }

    private Fault[] squares(Mistake mistake, int form, IntStream layers, int shift) {
        var faults = layers.filter(this::square)
                .mapToObj(l -> Fault.in(l + shift, mistake).form(form))
                .toList();
        return (faults.size() > 1 ? with(faults, Fault.everywhere(mistake).form(form)) : faults).toArray(Fault[]::new);
    }

    List<Fault> elementwise() {
        var faults = new ArrayList<Fault>();
        for (int form = 0; form <= FaultyProducts.FORWARD; form++) {
            boolean down = form == FaultyProducts.DOWN_DIAGONAL
                    || form == FaultyProducts.DOWN_TRANSPOSED
                    || form == FaultyProducts.DOWN;
            int wanted = form;
            IntStream layers = IntStream.rangeClosed(down ? 1 : 0, last)
                    .filter(l ->
                            wanted < FaultyProducts.GRADIENT || network.layer(l).nIn() == samples);
            faults.addAll(List.of(squares(Mistake.ELEMENTWISE_PRODUCT, form, layers, down ? -1 : 0)));
        }
        if (network.nOut() == 1 && network.layer(last).nIn() > 1) {
            faults.add(Fault.in(last, Mistake.ELEMENTWISE_PRODUCT).form(FaultyProducts.SEPARATE));
        }
        return faults;
    }

    private boolean square(int l) {
        return network.layer(l).nIn() == network.layer(l).nOut()
                && network.layer(l).nIn() > 1;
    }

    private boolean asMany(int one, int two) {
        return one != two && blocks.get(2 * one).size() == blocks.get(2 * two).size();
    }

    /** One layer's gradient given to another with as many weights, or to all of them; strength 2: the bias's too. */
    List<Fault> sameUpdate() {
        var faults = new ArrayList<Fault>();
        for (int from = last; from >= 0; from--) {
            int source = from;
            var targets = IntStream.rangeClosed(0, last)
                    .filter(to -> asMany(source, to))
                    .mapToObj(to -> Fault.in(to, Mistake.SAME_UPDATE_IN_EVERY_LAYER))
                    .toList();
            var everywhere = Fault.everywhere(Mistake.SAME_UPDATE_IN_EVERY_LAYER);
            for (Fault fault : network.depth() > 2 && !targets.isEmpty() ? with(targets, everywhere) : targets) {
                faults.add(fault.form(from));
                faults.add(fault.form(from).strength(2));
            }
        }
        return faults;
    }

    List<Fault> swapped() {
        var faults = new ArrayList<Fault>();
        for (int one = 0; one < network.depth(); one++) {
            for (int two = one + 1; two < network.depth(); two++) {
                if (asMany(one, two)) {
                    faults.add(Fault.in(one, Mistake.LAYER_SWAPPED).form(two));
                }
            }
        }
        return faults;
    }
}
