// Backpropagation by hand: ./handgrad verify --program "java NAME.java" says how right it is.
import java.util.*;
import java.util.stream.*;
class NAME {
    record Layer(double[][] W, double[] b, double[][] dW, double[] db) {} // W[j][k] leads from input j to neuron k
    static void gradient(List<Layer> layers, double[] x, double[] t, int n) {
        List<double[]> a = new ArrayList<>(List.of(x)); // of one sample: a.get(l + 1) is the output of layer l
        for (Layer layer : layers) {
            double[] z = layer.b.clone(), in = a.get(a.size() - 1);
            for (int k = 0; k < z.length; k++) for (int j = 0; j < in.length; j++) z[k] += in[j] * layer.W[j][k];
            a.add(DoubleStream.of(z).map(zk -> 1 / (1 + Math.exp(-zk))).toArray());
        } // y is a.get(layers.size())
        // TODO: add this sample's part of the gradient of L = 1/n sum of 1/2 (y[k] - t[k])^2, last layer first:
        // dW[j][k] += a[j] * delta[k], db[k] += delta[k], where delta[k] is (y[k] - t[k]) / n * y[k] * (1 - y[k])
        // in the last layer; delta[j] of the layer below is sum_k W[j][k] * delta[k], times a[j] * (1 - a[j])
    }
    static double[][] read(String text) { // the array that it begins with; a list is a single row
        String array = text.split(text.startsWith("[[") ? "]]" : "]")[0].replace("[", "");
        return Stream.of(array.split("],")).map(NAME::row).toArray(double[][]::new);
    }
    static double[] row(String text) { return Stream.of(text.split(",")).mapToDouble(Double::valueOf).toArray(); }
    static Layer layer(String text) {
        double[][] W = read(text), b = read(text.split("\"bias\":")[1]);
        return new Layer(W, b[0], new double[W.length][b[0].length], new double[b[0].length]);
    }
    public static void main(String[] args) {
        for (Scanner in = new Scanner(System.in); in.hasNextLine(); System.out.println("}")) {
            String line = in.nextLine();
            System.out.print(line.split(",")[0]); // {"id":2
            if (line.matches(".*\"(start|define)\".*")) System.out.print((",'success':true,'config':{'activations':"
                + "['sigmoid'],'losses':['half-squared-error'],'reductions':['mean']}").replace("'", "\""));
            if (!line.contains("\"function\":\"gradient\"")) continue;
            double[][] x = read(line.split("\"x\":")[1]), t = read(line.split("\"y\":")[1]);
            List<Layer> layers = Stream.of(line.split("\"weights\":")).skip(1).map(NAME::layer).toList();
            for (int i = 0; i < x.length; i++) gradient(layers, x[i], t[i], x.length); // your own function: here
            System.out.print(",\"success\":true,\"output\":{\"gradients\":" + layers.stream().map(l -> "{\"weights\":"
                + Arrays.deepToString(l.dW) + ",\"bias\":" + Arrays.toString(l.db) + "}").toList() + "}");
        }
    }
}
