package handgrad.input.claim;

import handgrad.InputException;

/**
 * Where something stands in a file, put into words only for a complaint, as a document may hold millions of numbers.
 *
 * @param parent null for the whole document
 * @param name of the field in its object, or null for an element of an array
 */
record Place(String file, Place parent, String name, int index) {
    /** What tells a wrong shape from other complaints. */
    static final class Misshapen extends RuntimeException {
        private static final long serialVersionUID = 1;

        private Misshapen() {
            super(null, null, false, false);
        }
    }

    static Place root(String file) {
        return new Place(file, null, "", 0);
    }

    Place field(String wanted) {
        return new Place(file, this, wanted, 0);
    }

    Place element(int i) {
        return new Place(file, this, null, i);
    }

    InputException wrong(String sentence) {
        return new InputException(placed(sentence));
    }

    /** Something has another shape than it should have: another layout may explain it. */
    InputException misshapen(String sentence) {
        return new InputException(placed(sentence), new Misshapen());
    }

    private String placed(String sentence) {
        return parent == null
                ? "%s: %s".formatted(file, sentence)
                : "%s, field %s: %s".formatted(file, path(), sentence);
    }

    /** Such as {@code layers[1].weights[0]}. */
    String path() {
        if (name == null) {
            return "%s[%d]".formatted(parent.path(), index);
        }
        return parent == null || parent.parent == null ? name : parent.path() + "." + name;
    }
}
