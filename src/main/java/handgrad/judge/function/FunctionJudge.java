package handgrad.judge.function;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Judges a gradient of any function, at one point. The right gradient is made of differences of the function's own values: nothing
 * is known of how it is computed. Equal seeds and equal losses give equal judgements.
 */
public final class FunctionJudge {
    /** Two losses at one point that are further apart than this many roundings are no rounding. */
    private static final double CHANCE = 4096;

    private static final int WHOLE_DIRECTIONS = 2;

    /** Losses that are kept for these. */
    private static final int RESERVE = 2 * WHOLE_DIRECTIONS * Ladder.COST;

    private final Scalar function;
    private final List<Tensor> point;
    private final Format format;
    private final Budget budget;
    private final long seed;

    /**
     * A judge of one function at one point.
     *
     * @param point the function's tensors, constants too, in the order in which it takes them
     * @param format in which the function and its gradient are computed
     * @param seed of the directions and of the entries that are drawn
     */
    public FunctionJudge(Scalar function, List<Tensor> point, Format format, Budget budget, long seed) {
        this.function = function;
        this.point = List.copyOf(point);
        this.format = format;
        this.budget = budget;
        this.seed = seed;
    }

    /**
     * Judges one gradient.
     *
     * @param gradients of the differentiated tensors, in their order
     * @param intermediates of the same computation, by which errors may be explained
     * @throws IllegalArgumentException if the gradients are not as many, or not as large, as the differentiated tensors
     */
    public FunctionJudgement judge(List<double[]> gradients, List<Intermediate> intermediates) {
        var claims = Claims.at(point, gradients);
        var meter = new Meter(function, point, format, budget);
        double loss = Double.NaN;
        try {
            loss = meter.atPoint();
            double again = meter.atPoint();
            if (!Double.isFinite(loss)) {
                return FunctionJudgement.none(loss, Sentences.notFinite(loss), meter.asked());
            }
            if (!(Math.abs(loss - again) <= CHANCE * format.epsilon() * Math.abs(loss))) {
                return FunctionJudgement.none(loss, Sentences.chance(loss, again), meter.asked());
            }
            return new Judging(claims, meter, loss, intermediates).judgement();
        } catch (Meter.Spent spent) {
            return FunctionJudgement.none(loss, Sentences.nothingLeft(meter.asked()), meter.asked());
        }
    }

    /** One judgement under way. */
    private final class Judging {
        private final Claims claims;
        private final Meter meter;
        private final double loss;
        private final List<Intermediate> intermediates;
        private final Random random = new Random(seed);
        private final Slopes slopes;
        private final Tolerance tolerance = new Tolerance(format);
        private final Directions along;
        private final List<TensorJudge> judges = new ArrayList<>();
        private int directions;
        private int failingDirections;

        Judging(Claims claims, Meter meter, double loss, List<Intermediate> intermediates) {
            this.claims = claims;
            this.meter = meter;
            this.loss = loss;
            this.intermediates = intermediates;
            this.slopes = new Slopes(meter, point, loss, format, random);
            this.along = new Directions(slopes, tolerance, claims.byTensor());
            for (int k : claims.differentiated()) {
                judges.add(new TensorJudge(meter, slopes, along, tolerance, k, claims.of(k)));
            }
        }

        FunctionJudgement judgement() {
            try {
                tensors();
                if (!judges.stream().allMatch(TensorJudge::decided)) {
                    whole();
                }
            } catch (Meter.Spent spent) {
                // What has not been looked at by now stays unjudged, and the judgement says so.
            }
            double effect = Math.max(Math.abs(loss), effect());
            var results = new ArrayList<TensorResult>();
            var reports = new ArrayList<Evidence>();
            for (int i = 0; i < judges.size(); i++) {
                int k = claims.differentiated().get(i);
                var evidence = evidence(k, judges.get(i).found(), effect);
                reports.add(evidence);
                results.add(TensorResult.of(
                        point.get(k),
                        evidence.entries(),
                        evidence.largest(),
                        judges.get(i).directions(),
                        judges.get(i).failingDirections()));
            }
            return new FunctionJudgement(
                    loss,
                    List.copyOf(results),
                    directions,
                    failingDirections,
                    Readers.structures(reports, point, intermediates),
                    Optional.empty(),
                    Sentences.remarks(results, loss, slopes.noise(), format),
                    meter.asked());
        }

        private void whole() {
            for (int i = 0; i < WHOLE_DIRECTIONS; i++) {
                double excess = along.excess(slopes.direction(random));
                directions += Double.isNaN(excess) ? 0 : 1;
                failingDirections += excess > 1 ? 1 : 0;
            }
        }

        /** Small tensors first, so that what they do not need is left for the large. */
        private void tensors() {
            List<Integer> order = IntStream.range(0, judges.size())
                    .boxed()
                    .sorted(Comparator.comparingInt(
                            i -> claims.of(claims.differentiated().get(i)).length))
                    .toList();
            for (int i = 0; i < order.size(); i++) {
                judges.get(order.get(i)).measure((meter.left() - RESERVE) / (order.size() - i), random);
            }
        }

        /** By how much the loss changes at most, to first order, when one entry moves by its unit. */
        private double effect() {
            double effect = 0;
            for (int j = 0; j < judges.size(); j++) {
                Slope[] found = judges.get(j).found();
                for (int i = 0; i < found.length; i++) {
                    double own = found[i] == null
                            ? 0
                            : Math.abs(found[i].value())
                                    * slopes.unit(claims.differentiated().get(j), i);
                    effect = own > effect ? own : effect;
                }
            }
            return effect;
        }

        private Evidence evidence(int k, Slope[] found, double effect) {
            Tensor tensor = point.get(k);
            double largest = 0;
            for (Slope slope : found) {
                double size = slope == null ? 0 : Math.abs(slope.value());
                largest = size > largest ? size : largest;
            }
            var entries = new ArrayList<Entry>();
            for (int i = 0; i < found.length; i++) {
                double typical = effect / slopes.unit(k, i);
                entries.add(
                        tolerance.entry(Shapes.index(tensor.shape(), i), claims.of(k)[i], found[i], largest, typical));
            }
            return new Evidence(tensor, List.copyOf(entries), largest);
        }
    }
}
