package handgrad.judge.function;

import handgrad.Figures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a point hides: mistakes that give the right gradient there, whatever they give elsewhere. */
public final class PointAudit {
    private static final Pattern UPSTREAM =
            Pattern.compile("upstream|up|d_?(out|y|z|h|o|output)|g(rad)?(_?(out|output|y))?|.*(upstream|grad_?out).*");

    private static final Pattern INDICES = Pattern.compile(".*(idx|ind(ex|ices)|ids?|tokens?|labels?|positions?)");

    /** Constants that count or choose something, and multiply nothing. */
    private static final Pattern COUNT =
            Pattern.compile(".*(stride|pad|window|kernel|pool|size|axis|dim|groups|dilation).*|" + INDICES.pattern());

    private PointAudit() {}

    /** One sentence for each thing that hides a mistake; none where nothing is seen. */
    public static List<String> of(List<Tensor> point) {
        var sentences = new ArrayList<String>();
        for (Tensor tensor : point) {
            if (tensor.differentiated()) {
                values(tensor, sentences);
                shape(tensor, sentences);
            } else {
                constant(tensor, sentences);
            }
        }
        pairs(point, sentences);
        return List.copyOf(sentences);
    }

    private static void values(Tensor tensor, List<String> sentences) {
        double[] values = tensor.values();
        if (values.length == 0) {
            return;
        }
        String name = Sentences.name(tensor.name());
        long zeros = Arrays.stream(values).filter(x -> x == 0).count();
        long ones = Arrays.stream(values).filter(x -> x == 1).count();
        if (zeros == values.length) {
            sentences.add(
                    "all of %s is 0: what is multiplied by it is hidden, and so is where it stands".formatted(name));
        } else if (ones == values.length) {
            sentences.add("all of %s is 1: a factor %s that is missing or doubled is hidden".formatted(name, name));
        } else if (values.length > 1 && Arrays.stream(values).allMatch(x -> x == values[0])) {
            sentences.add(
                    "all entries of %s are %s: entries in the wrong order are hidden, and sums that are taken for another"
                            .formatted(name, Figures.of(values[0])));
        } else if (zeros + ones > 0) {
            sentences.add("of %d entries of %s %s: what is multiplied by these is hidden there"
                    .formatted(values.length, name, some(zeros, ones)));
        }
    }

    private static String some(long zeros, long ones) {
        return zeros == 0
                ? ones + (ones == 1 ? " is 1" : " are 1")
                : zeros
                        + (zeros == 1 ? " is 0" : " are 0")
                        + (ones == 0 ? "" : " and " + ones + (ones == 1 ? " is 1" : " are 1"));
    }

    private static void shape(Tensor tensor, List<String> sentences) {
        List<Integer> shape = tensor.shape();
        String name = Sentences.name(tensor.name());
        for (int axis = 0; axis < shape.size(); axis++) {
            if (shape.get(axis) == 1) {
                sentences.add(
                        "axis %d of %s has the size 1: sums and means along it, and along the wrong axis, are hidden"
                                .formatted(axis, name));
            }
        }
        if (shape.size() == 2 && shape.get(0) > 1 && shape.get(0).equals(shape.get(1))) {
            sentences.add(
                    "%s is square, %d by %d: one that is transposed, or summed over the wrong axis, still has the right shape"
                            .formatted(name, shape.get(0), shape.get(1)));
        }
    }

    private static void constant(Tensor tensor, List<String> sentences) {
        double[] values = tensor.values();
        String name = Sentences.name(tensor.name());
        String plain = tensor.name().toLowerCase(Locale.ROOT);
        if (values.length > 0
                && UPSTREAM.matcher(plain).matches()
                && Arrays.stream(values).allMatch(x -> x == 1)) {
            sentences.add("all of %s is 1: a gradient from above that is not multiplied in is hidden".formatted(name));
        }
        if (values.length > 1 && Arrays.stream(values).allMatch(x -> x == 0)) {
            sentences.add("all of %s is 0: all that is multiplied by it is hidden".formatted(name));
        }
        if (values.length == 1 && values[0] == 1 && !COUNT.matcher(plain).matches()) {
            sentences.add("%s is 1: a factor %s that is missing or doubled is hidden".formatted(name, name));
        }
        boolean whole = Arrays.stream(values).allMatch(x -> x == Math.rint(x) && x >= 0);
        boolean indices = whole
                && (INDICES.matcher(plain).matches()
                        || Arrays.stream(values).max().orElse(0) > 1);
        if (values.length > 1 && indices && Arrays.stream(values).distinct().count() == values.length) {
            sentences.add(
                    "no index repeats in %s: contributions that are overwritten (=) where they have to be added up (+=) are hidden"
                            .formatted(name));
        }
        if (values.length == 1 && plain.contains("stride") && values[0] == 1) {
            sentences.add("%s is 1: a stride that is left out is hidden".formatted(name));
        }
        if (values.length == 1 && plain.contains("pad") && values[0] == 0) {
            sentences.add("%s is 0: padding that is left out, or not cut off again, is hidden".formatted(name));
        }
    }

    private static void pairs(List<Tensor> point, List<String> sentences) {
        for (int i = 0; i < point.size(); i++) {
            for (int j = i + 1; j < point.size(); j++) {
                pair(point.get(i), point.get(j), sentences);
            }
        }
    }

    private static void pair(Tensor one, Tensor other, List<String> sentences) {
        boolean window = (isStride(one) && isWindow(other)) || (isWindow(one) && isStride(other));
        if (asWideAsItsStride(one, other) || asWideAsItsStride(other, one)) {
            Tensor kernel = isStride(one) ? other : one;
            sentences.add(
                    "%s is as wide as the stride: windows do not overlap, and contributions that are overwritten (=) where they have to be added up (+=) are hidden"
                            .formatted(Sentences.name(kernel.name())));
        }
        if (!Arrays.equals(one.values(), other.values()) || one.values().length == 0) {
            return;
        }
        String names = "%s and %s".formatted(Sentences.name(one.name()), Sentences.name(other.name()));
        if (window) {
            sentences.add(
                    "%s are equal: windows do not overlap, and contributions that are overwritten (=) where they have to be added up (+=) are hidden"
                            .formatted(names));
        } else if (takenForEachOther(one, other)) {
            sentences.add("%s have the same values: one taken for the other is hidden".formatted(names));
        }
    }

    /** Constants of one number are equal now and then, and none is differentiated by mistake. */
    private static boolean takenForEachOther(Tensor one, Tensor other) {
        boolean both = one.differentiated() && other.differentiated();
        return both || Arrays.stream(one.values()).distinct().count() > 1;
    }

    private static boolean isStride(Tensor tensor) {
        return !tensor.differentiated()
                && tensor.name().toLowerCase(Locale.ROOT).contains("stride");
    }

    /** A convolution's kernel, whose last axis lies along what it is moved over. */
    private static boolean asWideAsItsStride(Tensor stride, Tensor kernel) {
        List<Integer> shape = kernel.shape();
        boolean isKernel =
                kernel.differentiated() && Pattern.matches("(?i)w|.*(kernel|filter|weight).*", kernel.name());
        return isStride(stride)
                && isKernel
                && shape.size() >= 3
                && shape.get(shape.size() - 1)
                        == Arrays.stream(stride.values()).max().orElse(0);
    }

    private static boolean isWindow(Tensor tensor) {
        String name = tensor.name().toLowerCase(Locale.ROOT);
        return !tensor.differentiated()
                && Pattern.compile("window|kernel|pool|size|^k$").matcher(name).find();
    }
}
