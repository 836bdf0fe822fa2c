package handgrad.show.trace;

import handgrad.Figures;
import handgrad.judge.trace.Digits;
import handgrad.lab.result.Traced;
import handgrad.network.Block;
import java.util.ArrayList;
import java.util.List;

/** One entry of a traced gradient beside the oracle's. */
public record GradientEntry(String name, String traced, String oracle, String difference) {
    /** Those that were asked for, in the order of the flat vector. */
    static List<GradientEntry> of(Traced traced, Digits digits) {
        double[] own = traced.trace().gradient().values();
        double[] oracle = traced.judgement().oracle().values();
        var entries = new ArrayList<GradientEntry>();
        for (Block block : traced.trace().network().blocks()) {
            for (int column = 0; column < block.columns(); column++) {
                for (int row = 0;
                        traced.trace().selection().includes(block.layer(), column) && row < block.rows();
                        row++) {
                    int at = block.index(row, column);
                    entries.add(new GradientEntry(
                            MathText.of("dL/d" + block.address(at)),
                            MathText.of(digits.of(own[at])),
                            MathText.of(digits.of(oracle[at])),
                            MathText.of(Figures.difference(own[at] - oracle[at]))));
                }
            }
        }
        return entries;
    }
}
