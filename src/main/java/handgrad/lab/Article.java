package handgrad.lab;

/** What an experiment's question comes from, in the order in which they are best read: see {@code docs/articles}. */
public enum Article {
    A("Article A: neuron by neuron"),
    B("Article B: along the computational graph"),
    C("Article C: gradient descent"),
    D("Article D: a network that would not learn the sign"),
    E("Article E: any table, XOR, and digits"),
    NONE("Others");

    private final String title;

    Article(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
