package handgrad.sweep;

import handgrad.InputException;
import handgrad.Named;
import handgrad.Shown;
import handgrad.engine.Descent;
import handgrad.input.data.Sampling;
import handgrad.network.function.Definitions;
import handgrad.network.function.Rule;
import handgrad.train.Settings;
import handgrad.train.Stopping;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A setting of a run that a sweep may vary, by the name of its option. The order of the constants is the order in which combinations
 * are counted: the seed runs fastest.
 */
// Its functions hold nothing that could change.
@SuppressWarnings("ImmutableEnumChecker")
public enum Choice implements Named {
    /** Widths of the hidden layers, {@code 3}, or {@code 8x4} for two of them. */
    HIDDEN(Kind.WORD, (settings, text) -> settings.withHidden(widths(text)), settings -> settings.hidden().stream()
            .map(String::valueOf)
            .collect(Collectors.joining("x"))),
    /** The rule of descent. */
    UPDATER(
            Kind.WORD,
            (settings, text) -> settings.withDescent(new Descent(
                    Definitions.named(Rule.class, "updater", text),
                    settings.descent().learningRate(),
                    settings.descent().l2())),
            settings -> settings.descent().rule().id()),
    /** The step size. */
    LEARNING_RATE(
            Kind.REAL,
            (settings, text) -> settings.withLearningRate(Double.parseDouble(text)),
            settings -> AxisText.written(settings.descent().learningRate())),
    /** What is added to the gradient of the weights, times them. */
    L2(
            Kind.REAL,
            (settings, text) -> settings.withDescent(settings.descent().withL2(Double.parseDouble(text))),
            settings -> AxisText.written(settings.descent().l2())),
    /** Samples a step. */
    BATCH_SIZE(
            Kind.WHOLE,
            (settings, text) -> settings.withSampling(new Sampling(
                    OptionalInt.of(whole("--batch-size", text)),
                    settings.sampling().order())),
            settings -> settings.sampling().size().isPresent()
                    ? String.valueOf(settings.sampling().size().getAsInt())
                    : "all"),
    /** Where the samples of a mini-batch come from. */
    ORDER(
            Kind.WORD,
            (settings, text) -> settings.withSampling(
                    new Sampling(settings.sampling().size(), Named.parse(Sampling.Order.class, "order", text))),
            settings -> settings.sampling().order().id()),
    /** Passes over the training set, at most. */
    EPOCHS(
            Kind.WHOLE,
            (settings, text) -> settings.withEpochs(whole("--epochs", text)),
            settings -> String.valueOf(settings.epochs())),
    /** Ends a run after an epoch with a smaller training loss. */
    STOP_LOSS(
            Kind.REAL,
            (settings, text) -> settings.withStopping(new Stopping(
                    OptionalDouble.of(Double.parseDouble(text)),
                    settings.stopping().step())),
            settings -> written(settings.stopping().loss())),
    /** Ends a run after a step that moved no parameter by as much. */
    STOP_STEP(
            Kind.REAL,
            (settings, text) -> settings.withStopping(
                    new Stopping(settings.stopping().loss(), OptionalDouble.of(Double.parseDouble(text)))),
            settings -> written(settings.stopping().step())),
    /** Seed of the split into training and test set. */
    SPLIT_SEED(
            Kind.WHOLE,
            (settings, text) -> settings.withSplitSeed(Long.parseLong(text)),
            settings -> settings.splitSeed().isPresent()
                    ? String.valueOf(settings.splitSeed().getAsLong())
                    : "none"),
    /** Seed of the starting point and of the order of mini-batches. */
    SEED(
            Kind.WHOLE,
            (settings, text) -> settings.withSeed(Long.parseLong(text)),
            settings -> String.valueOf(settings.seed()));

    /** What the values of a setting are. */
    enum Kind {
        WHOLE,
        REAL,
        WORD
    }

    private final Kind kind;
    private final BiFunction<Settings, String, Settings> over;
    private final Function<Settings, String> of;

    Choice(Kind kind, BiFunction<Settings, String, Settings> over, Function<Settings, String> of) {
        this.kind = kind;
        this.over = over;
        this.of = of;
    }

    Kind kind() {
        return kind;
    }

    /** The option of {@code sweep} that gives its values. */
    public String option() {
        return this == SEED ? "--seeds" : runOption();
    }

    /** The option of {@code run} that gives one value. */
    public String runOption() {
        return "--" + id();
    }

    /** A value as {@code run} takes it: {@code 8,4} for {@code 8x4}. */
    public String runValue(String text) {
        return this == HIDDEN ? text.replace('x', ',') : text;
    }

    /** The name of a column of its values. */
    public String column() {
        return this == EPOCHS ? "epochs_at_most" : id().replace('-', '_');
    }

    /**
     * The settings with this one chosen.
     *
     * @throws InputException if a run cannot have it
     */
    Settings over(Settings settings, String text) {
        return over.apply(settings, text);
    }

    /** Its value in given settings. */
    String of(Settings settings) {
        return of.apply(settings);
    }

    private static String written(OptionalDouble value) {
        return value.isPresent() ? AxisText.written(value.getAsDouble()) : "none";
    }

    private static List<Integer> widths(String text) {
        return Arrays.stream(text.split("x", -1))
                .map(width -> whole("--hidden", width))
                .toList();
    }

    private static int whole(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InputException(
                    "%s %s: expected whole numbers below 2^31".formatted(option, Shown.text(text))
                            + ("--hidden".equals(option) ? ", layers joined by x as in 8x4" : ""),
                    e);
        }
    }
}
