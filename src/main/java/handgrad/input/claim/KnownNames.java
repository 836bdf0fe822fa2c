package handgrad.input.claim;

import handgrad.InputException;
import handgrad.Named;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Definition;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Names as people and libraries write them: case, underscores and spaces do not matter, a name of others is understood where it
 * means one thing, and asked back where it means several.
 */
public final class KnownNames {
    private static final Map<String, String> ACTIVATIONS = Map.ofEntries(
            Map.entry("linear", "identity"),
            Map.entry("none", "identity"),
            Map.entry("logistic", "sigmoid"),
            Map.entry("logsig", "sigmoid"),
            Map.entry("expit", "sigmoid"),
            Map.entry("tansig", "tanh"),
            Map.entry("hyperbolictangent", "tanh"),
            Map.entry("rectifier", "relu"),
            Map.entry("rectifiedlinear", "relu"),
            Map.entry("lrelu", "leaky-relu"),
            Map.entry("swish", "silu"),
            Map.entry("stablesoftmax", "softmax"));

    private static final Map<String, String> LOSSES = Map.ofEntries(
            Map.entry("categoricalcrossentropy", "cross-entropy"),
            Map.entry("sparsecategoricalcrossentropy", "cross-entropy"),
            Map.entry("softmaxcrossentropy", "cross-entropy"),
            Map.entry("negativeloglikelihood", "cross-entropy"),
            Map.entry("nll", "cross-entropy"),
            Map.entry("nllloss", "cross-entropy"),
            Map.entry("mcxent", "cross-entropy"),
            Map.entry("bce", "binary-cross-entropy"),
            Map.entry("bceloss", "binary-cross-entropy"),
            Map.entry("bcewithlogits", "binary-cross-entropy"),
            Map.entry("xent", "binary-cross-entropy"),
            Map.entry("sigmoidcrossentropy", "binary-cross-entropy"),
            Map.entry("sumofsquarederrors", "sum-squared-error"),
            Map.entry("sumofsquares", "sum-squared-error"),
            Map.entry("sumsquarederrors", "sum-squared-error"),
            Map.entry("halfmeansquarederror", "half-squared-error"),
            Map.entry("meanoverbatchandoutputs", "mean-squared-error"),
            Map.entry("hinge", "multiclass-hinge"),
            Map.entry("smoothl1", "huber"));

    private static final Map<String, String> REDUCTIONS = Map.of(
            "average",
            "mean",
            "avg",
            "mean",
            "batchmean",
            "mean",
            "meanoverbatch",
            "mean",
            "meanoverbatchandoutputs",
            "mean",
            "total",
            "sum",
            "add",
            "sum");

    private static final String SQUARES =
            "'half-squared-error' 1/2 sum_k (y_k - t_k)^2, 'sum-squared-error' sum_k (y_k - t_k)^2, or "
                    + "'mean-squared-error' 1/nOut sum_k (y_k - t_k)^2";
    private static final String ENTROPIES = "'cross-entropy' -sum_k t_k ln y_k of softmax outputs, or "
            + "'binary-cross-entropy' -sum_k [t_k ln y_k + (1 - t_k) ln(1 - y_k)] of sigmoid outputs";
    private static final String REDUCED = "'mean' 1/n sum_i L_i, or 'sum' sum_i L_i, of which the claimed gradient is";

    private static final Map<String, String> ASKED = Map.ofEntries(
            Map.entry("mse", SQUARES),
            Map.entry("mseloss", SQUARES),
            Map.entry("sse", SQUARES),
            Map.entry("squarederror", SQUARES),
            Map.entry("squaredloss", SQUARES),
            Map.entry("quadratic", SQUARES),
            Map.entry("l2", SQUARES),
            Map.entry("crossentropy", ENTROPIES),
            Map.entry("crossentropyloss", ENTROPIES),
            Map.entry("logloss", ENTROPIES));

    private KnownNames() {}

    /** An activation by one of its names. */
    public static Activation activation(JsonFields json) {
        return named(Activation.class, "activation", json, ACTIVATIONS);
    }

    /**
     * A loss by one of its names.
     *
     * @param outputs of softmax have one cross-entropy only
     */
    public static Loss loss(JsonFields json, Activation outputs) {
        String given = json.text();
        boolean exact =
                Definitions.all(Loss.class).stream().anyMatch(loss -> loss.id().equals(given));
        String key = key(given);
        if (!exact && ASKED.containsKey(key)) {
            boolean entropy = ASKED.get(key).equals(ENTROPIES);
            if (entropy && !outputs.entrywise()) {
                return Definitions.named(Loss.class, "loss", "cross-entropy");
            }
            throw json.wrong("'%s' may mean several losses: expected %s".formatted(given, ASKED.get(key)));
        }
        return named(Loss.class, "loss", json, LOSSES);
    }

    /** A reduction by one of its names. */
    public static Reduction reduction(JsonFields json) {
        String key = key(json.text());
        if (key.equals("none")) {
            throw json.wrong("'none' leaves a loss for each sample: expected " + REDUCED);
        }
        return of(Reduction.class, json, REDUCTIONS.getOrDefault(key, json.text()));
    }

    /** A constant by its name. */
    public static <E extends Enum<E> & Named> E of(Class<E> kind, JsonFields json) {
        return of(kind, json, json.text());
    }

    private static <E extends Enum<E> & Named> E of(Class<E> kind, JsonFields json, String text) {
        List<String> ids = Arrays.stream(kind.getEnumConstants()).map(Named::id).toList();
        String meant =
                ids.stream().filter(id -> key(id).equals(key(text))).findFirst().orElse(text);
        try {
            return Named.parse(kind, json.path(), meant);
        } catch (InputException e) {
            throw json.wrong(e.getMessage());
        }
    }

    private static <D extends Definition> D named(
            Class<D> kind, String what, JsonFields json, Map<String, String> others) {
        String text = json.text();
        int at = text.indexOf('(');
        String name = at < 0 ? text : text.substring(0, at);
        String numbers = at < 0 ? "" : text.substring(at);
        String meant = Definitions.all(kind).stream()
                .map(Definition::name)
                .filter(known -> key(known).equals(key(name)))
                .findFirst()
                .orElseGet(() -> others.getOrDefault(key(name), name));
        try {
            return Definitions.named(kind, what, meant + numbers);
        } catch (InputException e) {
            throw json.wrong(e.getMessage());
        }
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
    }
}
