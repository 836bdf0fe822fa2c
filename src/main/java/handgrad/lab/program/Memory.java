package handgrad.lab.program;

import handgrad.judge.reading.Cause;
import handgrad.judge.reading.Step;
import handgrad.lab.own.Repeats;
import handgrad.lab.own.Repeats.Kept;
import handgrad.network.Block;
import handgrad.network.Network;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@link Repeats} of a network's gradients. */
record Memory(List<Reply> replies) {
    /** Whether the same question has always had the same answer. */
    boolean none() {
        return repeats().none();
    }

    Reply first() {
        return replies.get(0);
    }

    /** What is kept from one call to the next. */
    Cause kept() {
        return cause(repeats().kept());
    }

    /** The first answer of a new process is another one. */
    Cause chance() {
        return cause(Repeats.chance());
    }

    /** Whether it is chance that a cause tells of. */
    static boolean isChance(Cause cause) {
        return cause.mistake().equals(Repeats.chance().mistake());
    }

    private Repeats repeats() {
        var given = replies.stream()
                .map(reply -> new Repeats.Given(reply.task(), reply.gradient()))
                .toList();
        var parts = topFirst().stream()
                .map(block -> new Repeats.Part("dL/d" + block.symbol(), block.offset(), block.end()))
                .toList();
        return new Repeats(given, parts);
    }

    private Cause cause(Kept kept) {
        Network network = first().task().network();
        Optional<Block> block = kept.part().flatMap(part -> network.blocks().stream()
                .filter(each -> each.offset() == part.from())
                .findFirst());
        return new Cause(
                kept.mistake(),
                Step.AFTERWARDS,
                block.map(Block::layer).orElse(network.depth() - 1),
                block.map(each -> each.slot().name()),
                kept.sentence(),
                kept.computes(),
                kept.right());
    }

    /** From the output down, as a gradient is computed. */
    private List<Block> topFirst() {
        return first().task().network().blocks().stream()
                .sorted(Comparator.comparingInt(Block::layer).reversed())
                .toList();
    }
}
