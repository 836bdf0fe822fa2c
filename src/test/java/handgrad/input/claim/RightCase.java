package handgrad.input.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleFunction;

/** A case file with a right claim, in one of the many ways in which people hold their numbers; all follows from a seed. */
final class RightCase {
    private final Random random;
    private final PlainProgram program;
    private final List<String> fields = new ArrayList<>();
    private final List<String> claimed = new ArrayList<>();
    private final boolean columns;
    private final boolean outIn;
    /** 0 beside the weights, 1 before them, 2 behind them. */
    private final int fold;

    private DoubleFunction<String> point = Written.FULL;
    private DoubleFunction<String> claim = Written.FULL;
    private boolean step;

    private RightCase(long seed) {
        random = new Random(seed);
        int[] widths = new int[2 + random.nextInt(3)];
        for (int l = 0; l < widths.length; l++) {
            widths[l] = 1 + random.nextInt(4);
        }
        columns = random.nextInt(3) == 0;
        outIn = random.nextInt(3) == 0;
        fold = random.nextInt(5) == 0 ? 1 + random.nextInt(2) : 0;
        int biases = fold > 0 ? 0 : random.nextInt(4);
        program = new PlainProgram(widths);
        for (int l = 0; l < program.depth(); l++) {
            program.hasBias[l] = biases == 3 ? false : biases != 2 || random.nextBoolean();
            program.f[l] = one("sigmoid", "tanh", "relu", "leaky-relu", "identity");
        }
    }

    private static final int WAYS = 8;

    static String of(long seed) {
        return new RightCase(seed).text();
    }

    private String one(String... names) {
        return names[random.nextInt(names.length)];
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private String text() {
        int n = 1 + random.nextInt(5);
        program.draw(random);
        String reduction = new RightLoss(program, random).choose(n, fields);
        digits();
        String y = RightLoss.isUpstream(program) ? "upstream" : "y";
        program.run();
        fields.add("\"x\": " + samples(point, program.x, program.nIn() > 1));
        fields.add("\"%s\": %s".formatted(y, targets()));
        fields.addAll(reduction.isEmpty() ? List.of() : List.of(reduction));
        layout();
        new RightPenalty(program, random).add(n).ifPresent(fields::add);
        boolean uphill = gradient();
        others(uphill);
        fields.add("\"layers\": " + parameters(program.w, program.b, point, false, true));
        fields.add("\"claimed\": {" + String.join(", ", claimed) + "}");
        return "{" + String.join(",\n ", fields) + "}\n";
    }

    /** All digits, a claim printed with few, or all numbers printed with few. */
    private void digits() {
        int way = random.nextInt(6);
        if (way == 0 || way == 1) {
            int few = 4 + random.nextInt(6);
            claim = chance(2) ? Written.decimals(few) : Written.significant(few);
            point = way == 0 ? Written.FULL : claim;
        }
    }

    private void layout() {
        var parts = new ArrayList<String>();
        if (columns) {
            parts.add("\"samples\": \"columns\"");
        }
        if (outIn) {
            parts.add("\"weights\": \"" + one("out-in", "out_in") + "\"");
        }
        if (fold > 0) {
            parts.add("\"bias\": \"%s-%s\"".formatted(fold == 1 ? "first" : "last", outIn ? "column" : "row"));
        }
        if (!parts.isEmpty()) {
            fields.add("\"layout\": {" + String.join(", ", parts) + "}");
        }
    }

    /** As it is, uphill, as an update, or as the parameters after a step; returns whether it points uphill. */
    private boolean gradient() {
        int way = random.nextInt(WAYS);
        double eta = Math.pow(10, -random.nextInt(4));
        double sign = way == 1 ? -1 : 1;
        double factor = way == 2 ? -eta : sign;
        if (way == 1) {
            fields.add("\"direction\": \"ascent\"");
        }
        if (way == 2 || way == 3) {
            boolean uphill = way == 3 && chance(2);
            fields.add("\"learningRate\": " + (uphill ? -eta : eta));
            step = way == 3;
            factor = step ? uphill ? eta : -eta : factor;
        }
        double[][][] w = new double[program.depth()][][];
        double[][] b = new double[program.depth()][];
        for (int l = 0; l < program.depth(); l++) {
            w[l] = Written.copy(program.dw[l]);
            b[l] = program.db[l].clone();
            for (int i = 0; i < w[l].length; i++) {
                move(w[l][i], program.w[l][i], factor);
            }
            move(b[l], program.b[l], factor);
        }
        boolean partial = way == 4;
        String numbers = parameters(w, b, claim, partial, false);
        if (step) {
            fields.add("\"after\": " + numbers);
        } else {
            claimed.add("\"%s\": %s".formatted(way == 2 ? "updates" : "gradients", numbers));
        }
        return way == 1;
    }

    private void move(double[] gradient, double[] from, double factor) {
        for (int j = 0; j < gradient.length; j++) {
            gradient[j] = (step ? from[j] : 0) + factor * gradient[j];
        }
    }

    private void others(boolean uphill) {
        if (chance(3)) {
            claimed.add("\"loss\": " + claim.apply(program.value));
        }
        if (chance(4)) {
            double[][] dx = Written.copy(program.dx);
            for (double[] row : dx) {
                for (int i = 0; uphill && i < row.length; i++) {
                    row[i] = -row[i];
                }
            }
            claimed.add("\"inputs\": " + samples(claim, dx, false));
        }
        int last = program.depth() - 1;
        if (chance(4)) {
            claimed.add("\"outputs\": " + samples(claim, program.a[last], false));
        }
        if (chance(4)) {
            var all = new ArrayList<String>();
            for (int l = 0; l <= last; l++) {
                all.add(chance(3) ? "null" : samples(claim, program.a[l], false));
            }
            claimed.add("\"activations\": [" + String.join(", ", all) + "]");
        }
    }

    private String targets() {
        if (program.loss.equals("classes") && program.t.length > 1 && chance(2)) {
            double[] classes = RightLoss.classes(program);
            return Written.vector(number -> String.valueOf((int) number), classes);
        }
        return samples(point, program.t, false);
    }

    /** @param one whether one sample may be an array of numbers, as several of one number each may be */
    private String samples(DoubleFunction<String> number, double[][] rows, boolean one) {
        if (rows[0].length == 1 && chance(2)) {
            return Written.vector(number, Written.turned(rows)[0]);
        }
        if (one && rows.length == 1 && chance(2)) {
            return Written.vector(number, rows[0]);
        }
        return Written.matrix(number, columns ? Written.turned(rows) : rows);
    }

    private String parameters(
            double[][][] w, double[][] b, DoubleFunction<String> number, boolean partial, boolean functions) {
        var layers = new ArrayList<String>();
        int kept = random.nextInt(program.depth());
        for (int l = 0; l < program.depth(); l++) {
            if (partial && l != kept && chance(2)) {
                layers.add("null");
                continue;
            }
            double[][] whole = fold > 0 ? Written.with(b[l], fold == 1, w[l]) : w[l];
            var parts = new ArrayList<String>();
            parts.add("\"weights\": " + Written.matrix(number, outIn ? Written.turned(whole) : whole));
            if (fold == 0 && program.hasBias[l] && !(partial && chance(2))) {
                parts.add("\"bias\": " + Written.bias(number, random.nextInt(3), b[l]));
            }
            if (functions) {
                parts.add("\"activation\": \"" + RightLoss.anyName(program.f[l], random) + "\"");
            }
            layers.add("{" + String.join(", ", parts) + "}");
        }
        return "[" + String.join(",\n  ", layers) + "]";
    }
}
