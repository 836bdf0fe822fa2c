package handgrad.judge.diagnosis;

import handgrad.network.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Collects the mistakes that are planted in a case: each in every layer where it can be made, and in all of them at once. */
final class Planter {
    private final MatrixCase given;
    private final List<Planting> plantings = new ArrayList<>();

    Planter(MatrixCase given) {
        this.given = given;
    }

    /** Everything that can be planted in a case, always in the same order. */
    static List<Planting> plant(MatrixCase given) {
        var planter = new Planter(given);
        new ScaleMistakes(given, planter).plant();
        new OutputMistakes(given, planter).plant();
        new DerivativeMistakes(given, planter).plant();
        new SampleMistakes(given, planter).plant();
        new PassingMistakes(given, planter).plant();
        new ElementwiseMistakes(given, planter).plant();
        new LayoutMistakes(given, planter).plant();
        new LayerMistakes(given, planter).plant();
        return planter.plantings;
    }

    int depth() {
        return given.network().depth();
    }

    IntStream layers() {
        return IntStream.range(0, depth());
    }

    IntStream layersAbove() {
        return IntStream.range(1, depth());
    }

    boolean square(int l) {
        return given.network().layer(l).nIn() == given.network().layer(l).nOut();
    }

    boolean sameShape(int l, int other) {
        return given.network().layer(l).nIn() == given.network().layer(other).nIn()
                && given.network().layer(l).nOut()
                        == given.network().layer(other).nOut();
    }

    /** A mistake of the whole program. */
    void everywhere(Mistake mistake, String form, TextbookBackpropagation program) {
        add(mistake, OptionalInt.empty(), form, program.gradient());
    }

    void in(int layer, Mistake mistake, String form, TextbookBackpropagation program) {
        add(mistake, OptionalInt.of(layer), form, program.gradient());
    }

    /** A mistake made in each of some layers alone, and in all of them at once where there are several. */
    void places(
            Mistake mistake, String form, IntStream layers, Function<IntPredicate, TextbookBackpropagation> program) {
        places(mistake, form, layers, l -> l, program);
    }

    /** The same where the layer that comes out wrong is another than the one in which the step is taken. */
    void places(
            Mistake mistake,
            String form,
            IntStream layers,
            java.util.function.IntUnaryOperator wrong,
            Function<IntPredicate, TextbookBackpropagation> program) {
        int[] where = layers.toArray();
        for (int l : where) {
            in(wrong.applyAsInt(l), mistake, form, program.apply(other -> other == l));
        }
        if (where.length > 1) {
            everywhere(mistake, form, program.apply(l -> IntStream.of(where).anyMatch(other -> other == l)));
        }
    }

    /** A right gradient of which something is made that is wrong. */
    void spoilt(Mistake mistake, OptionalInt layer, String form, UnaryOperator<MatrixGradient> spoil) {
        add(mistake, layer, form, spoil.apply(given.right().gradient()));
    }

    void add(Mistake mistake, OptionalInt layer, String form, MatrixGradient gradient) {
        add(mistake, layer, form, OptionalDouble.empty(), gradient);
    }

    void add(Mistake mistake, OptionalInt layer, String form, OptionalDouble learningRate, MatrixGradient gradient) {
        Point point = gradient.in(given.network());
        plantings.add(new Planting(mistake, layer, form, learningRate, point));
    }
}
