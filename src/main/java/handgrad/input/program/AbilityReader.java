package handgrad.input.program;

import handgrad.InputException;
import handgrad.Named;
import handgrad.input.array.ArrayFile;
import handgrad.input.claim.Case;
import handgrad.input.claim.CaseFile;
import handgrad.input.claim.JsonFields;
import handgrad.input.claim.KnownNames;
import handgrad.judge.function.Format;
import handgrad.network.Precision;
import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a program says of itself, in the field {@code config} of its first answer. */
record AbilityReader(JsonFields config) {
    private static final int VERSION = 1;

    /** What a program can be asked for. */
    private enum Takes implements Named {
        NETWORK,
        FIXED,
        FUNCTION
    }

    /** @throws InputException if what it says is wrong; names that are not known are passed over where others are */
    Ability ability() {
        if (config.has("protocol") && config.field("protocol").number() != VERSION) {
            throw config.field("protocol")
                    .wrong("expected version %d, found %s"
                            .formatted(
                                    VERSION,
                                    Definitions.written(config.field("protocol").number())));
        }
        Takes takes = config.has("takes") ? KnownNames.of(Takes.class, config.field("takes")) : Takes.NETWORK;
        return switch (takes) {
            case NETWORK -> networks();
            case FIXED -> new Ability.Fixed(start(), precision(), flag("step"), flag("accumulate"));
            case FUNCTION -> new Ability.Own(TensorReader.declared(config.field("tensors")), format());
        };
    }

    /** The kind of files that it would rather read; empty where it reads none. */
    Optional<ArrayFile> files() {
        boolean none = config.has("files") && config.field("files").isEmpty();
        return none
                ? Optional.empty()
                : named("files", json -> KnownNames.of(ArrayFile.class, json))
                        .flatMap(files -> files.stream().findFirst());
    }

    private Ability networks() {
        // A name that means one thing with softmax alone is asked back.
        Activation entrywise = Definitions.named(Activation.class, "activation", "identity");
        return new Ability.Networks(
                named("activations", KnownNames::activation).orElseGet(() -> all(Activation.class)),
                named("losses", json -> KnownNames.loss(json, entrywise)).orElseGet(() -> all(Loss.class)),
                named("reductions", KnownNames::reduction).orElseGet(() -> ordered(List.of(Reduction.values()))),
                precision(),
                flag("step"),
                flag("accumulate"));
    }

    private static <D extends handgrad.network.function.Definition> Set<D> all(Class<D> kind) {
        return ordered(Definitions.all(kind));
    }

    private static <T> Set<T> ordered(List<T> all) {
        return new LinkedHashSet<>(all);
    }

    /** What a list names; empty where there is no list. */
    private <T> Optional<Set<T>> named(String field, Function<JsonFields, T> reader) {
        if (!config.has(field)) {
            return Optional.empty();
        }
        var known = new LinkedHashSet<T>();
        Optional<InputException> first = Optional.empty();
        for (JsonFields name : config.field(field).elements()) {
            try {
                known.add(reader.apply(name));
            } catch (InputException e) {
                first = first.or(() -> Optional.of(e));
            }
        }
        if (known.isEmpty()) {
            throw first.orElseThrow();
        }
        return Optional.of(known);
    }

    private Case start() {
        JsonFields network = config.field("network");
        Case start = CaseFile.read(network);
        if (start.claim().isPresent()) {
            throw network.wrong("expected a case without what is claimed, found a claim");
        }
        return start;
    }

    private boolean flag(String field) {
        return config.has(field) && config.field(field).flag();
    }

    private Format format() {
        if (!config.has("precision")) {
            return Format.FLOAT64;
        }
        String id = config.field("precision").text();
        return Arrays.stream(Format.values())
                .filter(format -> format.id().equals(id))
                .findFirst()
                .orElseThrow(() -> config.field("precision")
                        .wrong(InputException.unknown(
                                        "precision",
                                        id,
                                        Arrays.stream(Format.values())
                                                .map(Format::id)
                                                .toList())
                                .getMessage()));
    }

    private Precision precision() {
        Format format = format();
        return switch (format) {
            case FLOAT64 -> Precision.DOUBLE;
            case FLOAT32 -> Precision.FLOAT;
            default ->
                throw config.field("precision")
                        .wrong("expected float64 or float32 of a program that takes networks, found " + format.id());
        };
    }
}
