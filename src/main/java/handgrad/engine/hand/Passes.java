package handgrad.engine.hand;

import handgrad.engine.Batch;
import handgrad.engine.NativeMatrix;
import handgrad.engine.Parameters;
import handgrad.network.layer.Sink;
import handgrad.network.layer.Theta;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Passes through one network for batches of any size, each {@link Cut} into shares, which the threads of a {@link Crew} take. */
final class Passes {
    private final Parameters theta;
    private final double learningRate;
    private final Crew crew;
    private final List<Lane> lanes = new ArrayList<>();
    /** The shares' gradients, the first of which becomes their sum. */
    private final List<Parameters> gradients = new ArrayList<>();

    private final NativeMatrix total;
    private final List<NativeMatrix> others = new ArrayList<>();
    private final Crew.Tasks differentiating =
            (share, lane) -> this.seen.shares.get(share).differentiate(lane);
    private final Crew.Tasks evaluating =
            (share, lane) -> this.seen.shares.get(share).evaluate(lane);
    /** What was seen last, so that a batch that comes again and again costs nothing. */
    private Seen seen;

    /** A batch as it was, in shares, and where a plain step along the gradient of a whole one goes. */
    private record Seen(Batch batch, long version, double factor, List<Share> shares, List<Theta<Sink>> stepped) {}

    /**
     * @param learningRate of plain descent
     * @param threads at most, at least 1
     */
    Passes(Parameters theta, Parameters gradient, double learningRate, int threads) {
        this.theta = theta;
        this.learningRate = learningRate;
        this.crew = new Crew(threads);
        this.total = NativeMatrix.of(gradient.vector());
        this.gradients.add(gradient);
        lanes(1);
    }

    /** {@code a^l} of every layer; valid until the next call. */
    List<INDArray> activations(INDArray x) {
        return lanes.get(0).pass(Math.toIntExact(x.size(0))).activations(NativeMatrix.of(x)).stream()
                .map(a -> ((NativeMatrix) a).array())
                .toList();
    }

    double loss(Batch batch) {
        see(batch);
        crew.run(evaluating, seen.shares.size());
        double sum = 0;
        for (int share = 0; share < seen.shares.size(); share++) {
            sum += seen.shares.get(share).sum();
        }
        return seen.factor * sum;
    }

    /** Leaves {@code dL/dtheta} in the gradient. */
    void differentiate(Batch batch) {
        see(batch);
        int shares = seen.shares.size();
        crew.run(differentiating, shares);
        for (int share = 1; share < shares; share++) {
            total.add(others.get(share - 1));
        }
    }

    /** The reduced loss of the batch seen last, where theta was in its forward pass. */
    double lastLoss() {
        double sum = 0;
        for (int share = 0; share < seen.shares.size(); share++) {
            sum += seen.shares.get(share).lastSum();
        }
        return seen.factor * sum;
    }

    /**
     * A step of plain descent, {@code theta <- theta - eta dL/dtheta}, in the products themselves, where the batch goes through as a
     * whole; else nothing, and false.
     */
    boolean descend(Batch batch) {
        see(batch);
        boolean whole = seen.shares.size() == 1 && seen.shares.get(0).whole();
        if (whole) {
            seen.shares.get(0).descend(seen.stepped);
        }
        return whole;
    }

    private void see(Batch batch) {
        if (seen == null || seen.batch != batch) {
            seen = taken(batch);
        } else if (seen.version != batch.version()) {
            seen.shares.forEach(share -> share.read(batch));
            seen = new Seen(batch, batch.version(), seen.factor, seen.shares, seen.stepped);
        }
    }

    private Seen taken(Batch batch) {
        Cut cut = Cut.of(theta.network(), batch.n());
        double factor = theta.network().reduction().factor(batch.n());
        lanes(Math.min(crew.size(), cut.shares()));
        gradients(cut.shares());
        List<Share> shares = IntStream.range(0, cut.shares())
                .mapToObj(share -> new Share(
                        batch,
                        cut.from(share),
                        cut.from(share + 1),
                        cut.part(),
                        lanes,
                        Lane.sinks(gradients.get(share), factor, 0),
                        Lane.sinks(gradients.get(share), factor, 1)))
                .toList();
        return new Seen(batch, batch.version(), factor, shares, Lane.sinks(theta, -learningRate * factor, 1));
    }

    private void lanes(int many) {
        while (lanes.size() < many) {
            lanes.add(new Lane(theta));
        }
    }

    private void gradients(int many) {
        while (gradients.size() < many) {
            Parameters another = Parameters.zeros(theta.network(), theta.dataType());
            gradients.add(another);
            others.add(NativeMatrix.of(another.vector()));
        }
    }
}
