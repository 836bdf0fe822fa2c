package handgrad.judge.accumulation;

import handgrad.judge.diagnosis.Diagnosis;
import handgrad.judge.diagnosis.Diagnosis.Finding;
import handgrad.network.Block;
import java.util.List;
import java.util.Optional;

/**
 * How a program has added micro-batches up, read from its answers.
 *
 * @param number of the first answer that is wrong, which the rows and findings are of
 * @param shares the weights, of all parameters alike or of some of them
 * @param findings what is wrong with them, the simplest first; several where the answers do not tell them apart; empty where
 *     the weights have no name
 */
public record Accumulation(int number, List<Share> shares, List<Finding> findings) {
    public Accumulation {
        shares = List.copyOf(shares);
        findings = List.copyOf(findings);
    }

    /**
     * What the micro-batches count in the gradient of some parameters.
     *
     * @param blocks empty for all of them
     */
    public record Share(List<Block> blocks, List<Counted> rows) {
        public Share {
            blocks = List.copyOf(blocks);
            rows = List.copyOf(rows);
        }
    }

    /** Whether another answer might tell more. */
    public boolean isTied() {
        return findings.size() > 1;
    }

    /** As that of a single gradient is told. */
    public Diagnosis diagnosis() {
        return new Diagnosis(findings, Optional.empty(), Diagnosis.Search.READ, List.of());
    }
}
