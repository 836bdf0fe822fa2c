package handgrad.input.program;

import handgrad.Shown;
import handgrad.input.claim.JsonFields;
import handgrad.judge.function.Intermediate;
import handgrad.judge.function.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a program answers for a function of its own; NaN and infinities are read, and wrong later. */
record FunctionAnswers(List<Tensor> tensors) {
    private static final String LOSS = "loss";
    private static final String INTERMEDIATES = "intermediates";

    /** Fields of an answer that are no gradients. */
    static final List<String> RESERVED = List.of(LOSS, INTERMEDIATES);

    /** {@code {"name": [...], "intermediates": {"name": {"shape", "value", "gradient"}}}}. */
    FunctionClaim claim(JsonFields output) {
        JsonFields json = output.asClaimed();
        List<String> names = json.names();
        var gradients = new ArrayList<double[]>();
        for (Tensor tensor : tensors) {
            if (tensor.differentiated()) {
                if (!json.has(tensor.name())) {
                    throw json.wrong("expected a gradient '%s', found %s"
                            .formatted(tensor.name(), names.isEmpty() ? "none" : Shown.text(String.join(", ", names))));
                }
                gradients.add(TensorReader.values(json.field(tensor.name()), tensor.shape()));
            }
        }
        OptionalDouble loss =
                json.has(LOSS) ? OptionalDouble.of(json.field(LOSS).number()) : OptionalDouble.empty();
        return new FunctionClaim(
                loss, gradients, json.has(INTERMEDIATES) ? intermediates(json.field(INTERMEDIATES)) : List.of());
    }

    private static List<Intermediate> intermediates(JsonFields json) {
        return json.names().stream()
                .map(name -> intermediate(name, json.field(name)))
                .toList();
    }

    private static Intermediate intermediate(String name, JsonFields json) {
        JsonFields value = json.field("value");
        List<Integer> shape = TensorReader.shape(json, value);
        Optional<double[]> gradient = json.has("gradient")
                ? Optional.of(TensorReader.values(json.field("gradient"), shape))
                : Optional.empty();
        return new Intermediate(name, shape, TensorReader.values(value, shape), gradient);
    }
}
