package handgrad.engine.hand;

import handgrad.Named;

/** How the operations beneath the chain rule are carried out; the results differ by a few units in the last place. */
public enum Form implements Named {
    /** Fused passes over the arrays' memory, and BLAS called on it directly. */
    FAST("fast"),
    /** ND4J's own operations, one after the other. */
    READABLE("readable");

    private final String id;

    Form(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
