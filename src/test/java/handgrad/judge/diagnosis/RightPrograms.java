package handgrad.judge.diagnosis;

import handgrad.engine.Parameters;
import handgrad.engine.dl4j.Dl4jEngine;
import handgrad.engine.hand.HandEngine;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gradients of programs that are right, each with another order of sums and other formulas: nobody may call them wrong. */
final class RightPrograms {
    private RightPrograms() {}

    /** By the program's name. DL4J's is left out where it clips saturated outputs, and so is not right. */
    static Map<String, Parameters> gradients(MatrixCase given) {
        var gradients = new LinkedHashMap<String, Parameters>();
        gradients.put("matrix form, plain Java", given.right().gradient().in(given.network()));
        gradients.put("sample by sample, in reverse order", sampleBySample(given));
        gradients.put(
                "this project's engine",
                new HandEngine(given.theta(), 1).gradient(given.batch()).gradient());
        if (given.kind() != MatrixCase.Kind.SATURATED) {
            gradients.put(
                    "DL4J's engine",
                    new Dl4jEngine(given.theta(), 1).gradient(given.batch()).gradient());
        }
        return gradients;
    }

    private static Parameters sampleBySample(MatrixCase given) {
        double[] sum = new double[given.network().size()];
        for (int s = given.n() - 1; s >= 0; s--) {
            var one = new TextbookBackpropagation(given.theta(), given.batch().rows(s));
            double[] own = one.gradient().in(given.network()).toArray();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += own[i] * given.network().reduction().factor(given.n());
            }
        }
        return Parameters.of(given.network(), given.theta().dataType(), sum);
    }
}
