package handgrad.engine.hand;

import handgrad.engine.Batch;
import handgrad.engine.NativeMatrix;
import handgrad.network.layer.Outputs;
import handgrad.network.layer.Sink;
import handgrad.network.layer.Theta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Consecutive samples of a batch, their gradient and their loss. One thread at a time works on it, whichever. */
final class Share {
    private final List<Part> parts;
    /** Where the gradient of the first part goes, and of the others. */
    private final List<Theta<Sink>> overwritten;

    private final List<Theta<Sink>> added;
    private double sum;

    /**
     * Samples that go through at once, from row {@code from} of the batch on.
     *
     * @param passes each lane's
     * @param kept what their loss is made of, where the passes' memory serves other parts too
     */
    private record Part(
            int from, NativeMatrix input, NativeMatrix target, List<Backpropagation> passes, Optional<Outputs> kept) {
        static Part of(Batch batch, int from, int count, List<Lane> lanes) {
            List<Backpropagation> passes =
                    lanes.stream().map(lane -> lane.pass(count)).toList();
            if (count == batch.n()) {
                return new Part(from, batch.inputs(), batch.targets(), passes, Optional.empty());
            }
            NativeMatrix target = room(batch.targets(), count);
            var kept = new Outputs(room(target, count), room(target, count));
            return new Part(from, room(batch.inputs(), count), target, passes, Optional.of(kept));
        }

        private static NativeMatrix room(NativeMatrix like, int count) {
            return NativeMatrix.zeros(like.array().dataType(), count, like.columns());
        }

        void read(Batch batch) {
            if (input != batch.inputs()) {
                input.copyRows(batch.inputs(), from);
                target.copyRows(batch.targets(), from);
            }
            input.keepTranspose();
        }

        void forward(int lane) {
            passes.get(lane).forward(input);
        }

        void differentiate(int lane, List<Theta<Sink>> gradient) {
            forward(lane);
            if (kept.isPresent()) {
                passes.get(lane).keep(kept.get());
            }
            passes.get(lane).backward(target, gradient);
        }

        /** Right after {@link #forward}. */
        double loss(int lane) {
            return passes.get(lane).loss(target);
        }

        /** After {@link #differentiate}, until the point is another one. */
        double lastLoss() {
            Backpropagation any = passes.get(0);
            return kept.isPresent() ? any.loss(kept.get(), target) : any.loss(target);
        }
    }

    /** The samples from {@code from} to before {@code to}, at most so many at a time. */
    Share(
            Batch batch,
            int from,
            int to,
            int most,
            List<Lane> lanes,
            List<Theta<Sink>> overwritten,
            List<Theta<Sink>> added) {
        this.overwritten = overwritten;
        this.added = added;
        this.parts = new ArrayList<>();
        for (int at = from; at < to; at += most) {
            parts.add(Part.of(batch, at, Math.min(most, to - at), lanes));
        }
        read(batch);
    }

    /** Takes the samples from the batch again, after they have changed. */
    void read(Batch batch) {
        parts.forEach(part -> part.read(batch));
    }

    /** Whether all samples go through at once. */
    boolean whole() {
        return parts.size() == 1;
    }

    void evaluate(int lane) {
        sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).forward(lane);
            sum += parts.get(i).loss(lane);
        }
    }

    /** The sum of the samples' losses, after {@link #evaluate}. */
    double sum() {
        return sum;
    }

    void differentiate(int lane) {
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).differentiate(lane, i == 0 ? overwritten : added);
        }
    }

    /** Sends the gradient of a whole share elsewhere. */
    void descend(List<Theta<Sink>> elsewhere) {
        parts.get(0).differentiate(0, elsewhere);
    }

    /** The sum of the samples' losses where the last gradient was taken. */
    double lastSum() {
        double last = 0;
        for (int i = 0; i < parts.size(); i++) {
            last += parts.get(i).lastLoss();
        }
        return last;
    }
}
