package handgrad.judge.diagnosis;

import handgrad.engine.Batch;
import handgrad.engine.Engine;
import handgrad.engine.Parameters;
import handgrad.engine.dl4j.Dl4jEngine;
import handgrad.engine.hand.HandEngine;
import handgrad.network.Point;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nd4j.linalg.api.buffer.DataType;

/** Gradients of programs that are right, each with another order of sums and other formulas: nobody may call them wrong. */
final class RightPrograms {
    private RightPrograms() {}

    /** By the program's name. DL4J's is left out where it clips saturated outputs, and so is not right. */
    static Map<String, Point> gradients(MatrixCase given) {
        var gradients = new LinkedHashMap<String, Point>();
        gradients.put("matrix form, plain Java", given.right().gradient().in(given.network()));
        gradients.put("sample by sample, in reverse order", sampleBySample(given));
        gradients.putAll(engines(given));
        return gradients;
    }

    private static Map<String, Point> engines(MatrixCase given) {
        var gradients = new LinkedHashMap<String, Point>();
        var theta = Parameters.of(given.theta(), DataType.DOUBLE);
        gradients.put("this project's engine", answer(given, new HandEngine(theta, 1)));
        if (given.kind() != MatrixCase.Kind.SATURATED) {
            gradients.put("DL4J's engine", answer(given, new Dl4jEngine(theta, 1)));
        }
        return gradients;
    }

    private static Point answer(MatrixCase given, Engine engine) {
        var batch = Batch.of(DataType.DOUBLE, given.samples());
        return engine.gradient(batch).gradient().point();
    }

    private static Point sampleBySample(MatrixCase given) {
        double[] sum = new double[given.network().size()];
        for (int s = given.n() - 1; s >= 0; s--) {
            var one = new TextbookBackpropagation(given.theta(), given.samples().only(s));
            double[] own = one.gradient().in(given.network()).values();
            for (int i = 0; i < sum.length; i++) {
                sum[i] += own[i] * given.network().reduction().factor(given.n());
            }
        }
        return new Point(given.network(), sum);
    }
}
