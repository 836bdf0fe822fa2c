package handgrad.input.program;

/** Nothing more can be asked of a process; the message is the sentence that says why. */
final class BrokenException extends Exception {
    private static final long serialVersionUID = 1;

    BrokenException(String message) {
        super(message);
    }
}
