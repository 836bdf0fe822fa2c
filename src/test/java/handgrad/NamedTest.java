package handgrad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Constants that users write by name, and what they hear when they mistype one. */
class NamedTest {
    @ParameterizedTest
    @EnumSource
    void everyActivationIsFoundByItsName(Activation activation) {
        assertThat(Named.parse(Activation.class, "activation", activation.id())).isEqualTo(activation);
    }

    @ParameterizedTest
    @EnumSource
    void everyLossIsFoundByItsName(Loss loss) {
        assertThat(Named.parse(Loss.class, "loss", loss.id())).isEqualTo(loss);
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
        assertThatThrownBy(() -> Named.parse(Activation.class, "activation", given))
                .isInstanceOf(InputException.class)
                .hasMessage(
                        "unknown activation '%s': did you mean '%s'? "
                                + "(valid: sigmoid, tanh, relu, identity, softmax)",
                        given, nearest);
    }

    @Test
    void nothingIsOfferedWhereNoNameIsNear() {
        assertThatThrownBy(() -> Named.parse(Activation.class, "activation", "wavelet"))
                .hasMessage("unknown activation 'wavelet' (valid: sigmoid, tanh, relu, identity, softmax)");
    }

    @Test
    void theNameOfAJavaConstantIsNotAName() {
        assertThatThrownBy(() -> Named.parse(Loss.class, "loss", "HALF_SQUARED_ERROR"))
                .isInstanceOf(InputException.class);
    }

    @Test
    void theMessageSaysWhatWasMistyped() {
        assertThat(InputException.unknown("fruit", "aple", List.of("pear", "apple")))
                .hasMessage("unknown fruit 'aple': did you mean 'apple'? (valid: pear, apple)");
    }
}
