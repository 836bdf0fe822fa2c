package handgrad.lab;

import handgrad.input.claim.Case;
import handgrad.input.claim.Claim;
import handgrad.input.claim.Handed;
import handgrad.judge.rounding.Sensitivity;
import handgrad.network.ChainRule;
import handgrad.network.Precision;
import handgrad.network.compare.Tolerance;
import handgrad.network.number.Plain;
import handgrad.network.number.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How far a claimed loss may be from the right one by rounding and by the digits that were printed. */
record LossRounding(Case given, Claim claim, Precision precision) {
    /** Roundings that a textbook's formula may lose as another program's does. */
    private static final double ALIKE = 8;

    /** Whether a claimed loss is the right one. */
    boolean explains(double claimed, double right) {
        double rounding = Tolerance.gradient(precision) * Math.max(1, Math.abs(right));
        double textbook = textbook(right);
        double lost = Double.isFinite(textbook) ? ALIKE * Math.abs(textbook - right) : 0;
        boolean alike = !Double.isFinite(textbook) && claimed == textbook;
        return alike
                || Math.abs(claimed - right) <= rounding + lost + claim.handed().lossError() + pointError();
    }

    /** What printed digits of the parameters and samples leave open. */
    private double pointError() {
        return claim.handed()
                .printed()
                .flatMap(Handed.Printed::point)
                .map(errors -> Sensitivity.of(
                        given.parameters(), given.samples(), errors, Sensitivity.loss(given.penalty()))[0])
                .orElse(0.0);
    }

    /** The loss as textbooks write it, from y alone, which loses digits where y is saturated. */
    private double textbook(double right) {
        var chain = new ChainRule(given.network(), given.parameters().rows(Plain::of));
        List<Row> x = Arrays.stream(given.samples().x()).<Row>map(Plain::of).toList();
        List<Row> y = chain.forward(x).y();
        double sum = 0;
        for (int s = 0; s < y.size(); s++) {
            Optional<Row> terms = given.network()
                    .loss()
                    .textbook(y.get(s), Plain.of(given.samples().y()[s]));
            if (terms.isEmpty()) {
                return right;
            }
            sum += ((Plain) terms.get().sum()).value(0);
        }
        return given.network().reduction().factor(y.size()) * sum
                + given.penalty().loss(given.parameters());
    }
}
