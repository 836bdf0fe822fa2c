package handgrad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import handgrad.network.Reduction;
import handgrad.network.function.Activation;
import handgrad.network.function.Definitions;
import handgrad.network.function.Loss;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Constants and definitions that users write by name, and what they hear when they mistype one. */
class NamedTest {
    private static final String ALL =
            "elu, gelu, gelu-tanh, identity, leaky-relu, relu, sigmoid, silu, softmax, softplus, tanh";

    @ParameterizedTest
    @EnumSource
    void everyReductionIsFoundByItsName(Reduction reduction) {
        assertThat(Named.parse(Reduction.class, "reduction", reduction.id())).isEqualTo(reduction);
    }

    @Test
    void theNameOfAJavaConstantIsNotAName() {
        assertThatThrownBy(() -> Named.parse(Reduction.class, "reduction", "MEAN"))
                .isInstanceOf(InputException.class);
    }

    /** The nearest name is the one with the fewest letters to insert, delete or replace. */
    @ParameterizedTest
    @CsvSource({
        "sigmod, sigmoid",
        "Sigmoid, sigmoid",
        "tan, tanh",
        "re-lu, relu",
        "softmx, softmax",
        "identify, identity"
    })
    void aMistypedNameIsAnsweredWithTheNearest(String given, String nearest) {
        assertThatThrownBy(() -> Definitions.named(Activation.class, "activation", given))
                .isInstanceOf(InputException.class)
                .hasMessage("unknown activation '%s': did you mean '%s'? (valid: %s)", given, nearest, ALL);
    }

    @Test
    void nothingIsOfferedWhereNoNameIsNear() {
        assertThatThrownBy(() -> Definitions.named(Activation.class, "activation", "wavelet"))
                .hasMessage("unknown activation 'wavelet' (valid: %s)", ALL);
    }

    @Test
    void theNameOfAJavaClassIsNotAName() {
        assertThatThrownBy(() -> Definitions.named(Loss.class, "loss", "HalfSquaredError"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("did you mean 'half-squared-error'?");
    }

    @Test
    void theMessageSaysWhatWasMistyped() {
        assertThat(InputException.unknown("fruit", "aple", List.of("pear", "apple")))
                .hasMessage("unknown fruit 'aple': did you mean 'apple'? (valid: pear, apple)");
    }
}
