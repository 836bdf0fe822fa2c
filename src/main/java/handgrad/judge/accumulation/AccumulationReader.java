package handgrad.judge.accumulation;

import handgrad.judge.accumulation.Accumulation.Share;
import handgrad.judge.diagnosis.Diagnosis.Finding;
import handgrad.judge.reading.Cause;
import handgrad.network.Block;
import handgrad.network.Network;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads from a few answers of one program, to batches in as many micro-batches and at points of one network, how it has added the
 * micro-batches up: what explains all answers down to rounding.
 */
public final class AccumulationReader {
    private final List<Given> answers;
    private final Network network;
    private final List<Weighing> all;

    private AccumulationReader(List<Given> answers) {
        this.answers = List.copyOf(answers);
        this.network = answers.get(0).network();
        this.all = Weighing.of(network.reduction(), answers.get(0).split().count());
    }

    /**
     * What was found; empty where all answers are right, and where no weights of the micro-batches explain them.
     *
     * @param answers in their order, at least one
     */
    public static Optional<Accumulation> read(List<Given> answers) {
        boolean finite = answers.stream().allMatch(Given::isFinite);
        return finite ? new AccumulationReader(answers).read() : Optional.empty();
    }

    private Optional<Accumulation> read() {
        if (answers.stream().allMatch(this::isRight)) {
            return Optional.empty();
        }
        var ways = new LinkedHashMap<Block, List<Weighing>>();
        network.blocks().forEach(block -> ways.put(block, fitting(block)));
        List<Weighing> common = all.stream()
                .filter(way -> ways.values().stream().allMatch(fits -> fits.contains(way)))
                .toList();
        if (!common.isEmpty()) {
            return Optional.of(whole(common));
        }
        return parted(ways).or(this::unnamed);
    }

    private boolean isRight(Given given) {
        return network.blocks().stream().allMatch(block -> all.get(0).fits(given, block));
    }

    private List<Weighing> fitting(Block block) {
        return all.stream()
                .filter(way -> answers.stream().allMatch(given -> way.fits(given, block)))
                .toList();
    }

    private int firstWrong() {
        int first = 0;
        while (isRight(answers.get(first))) {
            first++;
        }
        return first;
    }

    private Given shown() {
        return answers.get(firstWrong());
    }

    /** One way of all parameters; of several the simplest ones. */
    private Accumulation whole(List<Weighing> common) {
        int fewest = common.get(0).mistakes();
        List<Finding> findings = common.stream()
                .filter(way -> way.mistakes() == fewest)
                .map(way -> new Finding(
                        new Wording(network, way, all.get(0).scale()).everywhere(),
                        List.of(),
                        residual(way, network.blocks())))
                .toList();
        var share = new Share(List.of(), common.get(0).counted(shown()));
        return new Accumulation(firstWrong(), List.of(share), findings);
    }

    private double residual(Weighing way, List<Block> blocks) {
        return blocks.stream()
                .mapToDouble(block -> way.residual(shown(), block))
                .max()
                .orElse(0);
    }

    private Optional<Accumulation> parted(Map<Block, List<Weighing>> ways) {
        return Parted.of(all, ways).map(groups -> parted(groups, residualOf(groups)));
    }

    private double residualOf(Map<Weighing, List<Block>> groups) {
        return groups.entrySet().stream()
                .mapToDouble(group -> residual(group.getKey(), group.getValue()))
                .max()
                .orElse(0);
    }

    private Accumulation parted(Map<Weighing, List<Block>> groups, double residual) {
        var causes = new ArrayList<Cause>();
        var shares = new ArrayList<Share>();
        groups.forEach((way, blocks) -> {
            shares.add(new Share(blocks, way.counted(shown())));
            blocks.forEach(
                    block -> causes.addAll(new Wording(network, way, all.get(0).scale()).of(block)));
        });
        causes.sort(Comparator.comparingInt(Cause::layer).reversed());
        return new Accumulation(firstWrong(), shares, List.of(new Finding(causes, List.of(), residual)));
    }

    /** Weights without a name, which all answers have. */
    private Optional<Accumulation> unnamed() {
        return FreeFits.of(answers).map(fits -> {
            FreeFit shown = fits.of(firstWrong());
            var finding = new Finding(List.of(fits.cause(shown, all.get(0).scale())), List.of(), shown.residual());
            return new Accumulation(firstWrong(), List.of(new Share(List.of(), shown.counted())), List.of(finding));
        });
    }
}
