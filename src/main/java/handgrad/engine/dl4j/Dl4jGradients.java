package handgrad.engine.dl4j;

import handgrad.check.GradientAssert;
import handgrad.check.Gradients;
import handgrad.judge.function.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Assertions on what somebody has written for DL4J. What answers an array {@code a} is judged by the loss {@code sum u a}, with u drawn
 * from a seed: then the gradient from above is u. Arrays are those of double precision.
 */
public final class Dl4jGradients {
    private static final long SEED = 5;

    private Dl4jGradients() {}

    /** {@code backprop} of an activation function at z. */
    public static GradientAssert assertThatBackprop(IActivation f, INDArray z) {
        INDArray u = upstream(z.shape());
        return Gradients.assertThatGradient(theta -> new double[][] {
                    flat(f.backprop(array(theta[0], z), u.dup()).getFirst())
                })
                .of(theta -> sum(u, f.getActivation(array(theta[0], z), false)))
                .at(tensor("z", z));
    }

    /** {@code computeGradient} of a loss at {@code z [n, nOut]}, of the sum over the samples. */
    public static GradientAssert assertThatGradient(
            ILossFunction loss, INDArray labels, INDArray z, IActivation output) {
        return Gradients.assertThatGradient(theta ->
                        new double[][] {flat(loss.computeGradient(labels.dup(), array(theta[0], z), output, null))})
                .of(theta -> loss.computeScore(labels.dup(), array(theta[0], z), output, null, false))
                .at(tensor("z", z));
    }

    /** {@code backpropGradient} of a layer fed with {@code x}: what goes down, and of each parameter; its network has its gradients ({@code initGradientsView}). */
    public static GradientAssert assertThatBackprop(Layer layer, INDArray x) {
        List<String> names = List.copyOf(layer.paramTable().keySet());
        var point = new ArrayList<Tensor>();
        point.add(tensor("x", x));
        names.forEach(name -> point.add(tensor(name, layer.getParam(name))));
        LayerWorkspaceMgr memory = LayerWorkspaceMgr.noWorkspaces();
        INDArray u = upstream(layer.activate(x.dup(), true, memory).shape());
        return Gradients.assertThatGradient(theta -> {
                    set(layer, names, theta);
                    layer.activate(array(theta[0], x), true, memory);
                    var answer = layer.backpropGradient(u.dup(), memory);
                    double[][] gradient = new double[theta.length][];
                    gradient[0] = flat(answer.getSecond());
                    for (int i = 0; i < names.size(); i++) {
                        gradient[i + 1] = flat(answer.getFirst().getGradientFor(names.get(i)));
                    }
                    return gradient;
                })
                .of(theta -> {
                    set(layer, names, theta);
                    return sum(u, layer.activate(array(theta[0], x), true, memory));
                })
                .at(point.toArray(Tensor[]::new));
    }

    /** The gradients that a graph without placeholders computes for variables of its own, of a loss of one number. */
    public static GradientAssert assertThatGradient(SameDiff graph, String loss, String... variables) {
        List<INDArray> start = List.of(variables).stream()
                .map(name -> graph.getVariable(name).getArr().dup())
                .toList();
        Tensor[] point = new Tensor[variables.length];
        for (int i = 0; i < point.length; i++) {
            point[i] = tensor(variables[i], start.get(i));
        }
        return Gradients.assertThatGradient(theta -> {
                    set(graph, start, theta, variables);
                    graph.setLossVariables(loss);
                    var gradients = graph.calculateGradients(null, variables);
                    return List.of(variables).stream()
                            .map(name -> flat(gradients.get(name)))
                            .toArray(double[][]::new);
                })
                .of(theta -> {
                    set(graph, start, theta, variables);
                    SDVariable value = graph.getVariable(loss);
                    return value.eval().getDouble(0);
                })
                .at(point);
    }

    private static void set(Layer layer, List<String> names, double[]... theta) {
        for (int i = 0; i < names.size(); i++) {
            INDArray parameter = layer.getParam(names.get(i));
            parameter.assign(array(theta[i + 1], parameter));
        }
    }

    private static void set(SameDiff graph, List<INDArray> like, double[][] theta, String... variables) {
        for (int i = 0; i < variables.length; i++) {
            graph.getVariable(variables[i]).setArray(array(theta[i], like.get(i)));
        }
    }

    private static Tensor tensor(String name, INDArray array) {
        List<Integer> shape =
                LongStream.of(array.shape()).mapToObj(Math::toIntExact).toList();
        return new Tensor(name, shape, flat(array), true);
    }

    private static double[] flat(INDArray array) {
        return array.dup('c').data().asDouble();
    }

    private static INDArray array(double[] values, INDArray like) {
        return Nd4j.create(values.clone(), like.shape(), 'c').castTo(DataType.DOUBLE);
    }

    private static INDArray upstream(long... shape) {
        int size = Math.toIntExact(LongStream.of(shape).reduce(1, (a, b) -> a * b));
        return Nd4j.create(new Random(SEED).doubles(size, 0.5, 1.5).toArray(), shape, 'c')
                .castTo(DataType.DOUBLE);
    }

    private static double sum(INDArray u, INDArray a) {
        return u.mul(a).sumNumber().doubleValue();
    }
}
