package handgrad.network.function;

import handgrad.InputException;
import handgrad.Shown;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All definitions of a kind that there are, and the one that a user has named. */
public final class Definitions {
    private static final Pattern WRITTEN = Pattern.compile("\\s*([^()]*?)\\s*(?:\\(([^()]*)\\))?\\s*");

    private static final ClassValue<List<?>> ALL = new Once<>(Definitions::found);
    private static final ClassValue<String> NAME = new Once<>(
            kind -> kind.getSimpleName().replaceAll("(?<=.)(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
    private static final ClassValue<Definition> USUAL = new Once<>(Definitions::made);

    private Definitions() {}

    /** What is found out about a class once. */
    private static final class Once<T> extends ClassValue<T> {
        private final Function<Class<?>, T> how;

        Once(Function<Class<?>, T> how) {
            this.how = how;
        }

        @Override
        protected T computeValue(Class<?> kind) {
            return how.apply(kind);
        }
    }

    private static List<?> found(Class<?> kind) {
        return ServiceLoader.load(kind, Definitions.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .map(Definition.class::cast)
                .sorted(Comparator.comparing(Definition::name))
                .toList();
    }

    private static Definition made(Class<?> kind) {
        try {
            return (Definition) kind.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(name(kind) + ": expected a constructor without arguments", e);
        }
    }

    static String name(Class<?> definition) {
        return NAME.get(definition);
    }

    /** A definition with its usual numbers. */
    static Definition usual(Class<?> definition) {
        return USUAL.get(definition);
    }

    /** With their usual numbers, in the order of their names. */
    public static <D extends Definition> List<D> all(Class<D> kind) {
        return ALL.get(kind).stream().map(kind::cast).toList();
    }

    /**
     * The definition that a text names, {@code relu} or {@code leaky-relu(0.2)}.
     *
     * @param what is being named, for the message: "activation", "loss"
     * @throws InputException if none has that name, the message gives the nearest one; or if its numbers are not what it takes
     */
    public static <D extends Definition> D named(Class<D> kind, String what, String text) {
        Matcher parts = WRITTEN.matcher(text);
        List<D> all = all(kind);
        String name = parts.matches() ? parts.group(1) : text;
        D usual = all.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> InputException.unknown(
                        what, text, all.stream().map(Definition::name).toList()));
        if (parts.group(2) == null) {
            return usual;
        }
        try {
            return kind.cast(with(usual, numbers(parts.group(2))));
        } catch (IllegalArgumentException e) {
            throw new InputException("%s '%s': %s".formatted(what, Shown.text(text), e.getMessage()), e);
        }
    }

    private static double[] numbers(String list) {
        return Arrays.stream(list.split(",", -1))
                .mapToDouble(Definitions::number)
                .toArray();
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a number, found '%s'".formatted(Shown.text(text.strip())), e);
        }
    }

    /** The same with other numbers. @throws IllegalArgumentException if they are not what it takes */
    private static Definition with(Definition usual, double... numbers) {
        RecordComponent[] components = usual.getClass().getRecordComponents();
        if (numbers.length != components.length) {
            throw new IllegalArgumentException(takes(usual, components));
        }
        Class<?>[] types = new Class<?>[numbers.length];
        Arrays.fill(types, double.class);
        try {
            Constructor<? extends Definition> constructor = usual.getClass().getDeclaredConstructor(types);
            return constructor.newInstance(Arrays.stream(numbers).boxed().toArray());
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause().getMessage(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(usual.name() + ": expected a public record of numbers", e);
        }
    }

    /** {@code expected one number, its slope, as in leaky-relu(0.01)}. */
    private static String takes(Definition usual, RecordComponent... components) {
        if (components.length == 0) {
            return "expected no number, %s has none".formatted(usual.name());
        }
        String names = Arrays.stream(components).map(RecordComponent::getName).collect(Collectors.joining(" and its "));
        String example =
                Arrays.stream(numbers(usual)).mapToObj(Definitions::written).collect(Collectors.joining(", "));
        String count = components.length == 1 ? "one number" : components.length + " numbers";
        return "expected %s, its %s, as in %s(%s)".formatted(count, names, usual.name(), example);
    }

    /** The name with its numbers, the usual ones too: {@code leaky-relu(0.01)}. */
    public static String withNumbers(Definition definition) {
        double[] numbers = numbers(definition);
        return numbers.length == 0
                ? definition.name()
                : definition.name()
                        + Arrays.stream(numbers)
                                .mapToObj(Definitions::written)
                                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** The numbers of a definition. */
    static double[] numbers(Definition definition) {
        return Arrays.stream(definition.getClass().getRecordComponents())
                .mapToDouble(component -> {
                    try {
                        return (double) component.getAccessor().invoke(definition);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray();
    }

    /** {@code 0.2}, {@code 1}: no more digits than it has. */
    public static String written(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(number);
    }
}
