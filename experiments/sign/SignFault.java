package sign;

/** What was wrong with the program that would not learn sign(x). */
enum SignFault {
    /** Neurons have no bias: nothing moves the step of a sigmoid away from 0. */
    NO_BIAS("no bias"),
    /** {@code a * w} is not added up: each hidden neuron has an output, and an error, of its own. */
    ELEMENTWISE_PRODUCT("elementwise product"),
    /** The backward pass works on what the arrays hold from the beginning: zeros. */
    NO_FORWARD_PASS("no forward pass"),
    /** What was computed for the output layer is applied to the hidden layer too. */
    SAME_UPDATE("same update in both layers");

    private final String title;

    SignFault(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
