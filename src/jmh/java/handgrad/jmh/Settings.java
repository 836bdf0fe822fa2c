package handgrad.jmh;

/** What every benchmark but {@link Dl4jAsItComes} runs with: DL4J at its best, and the hand engine under the same conditions. */
final class Settings {
    private Settings() {}

    /** Threads that ND4J's loops and BLAS may use. */
    static final int THREADS = 1;

    /** The flags that the launcher gives the JVM: all processors collect, and there is room for DL4J's short-lived arrays. */
    static final String COLLECTOR = "-XX:+UseParallelGC";

    static final String SIZES = "-XX:-UseAdaptiveSizePolicy";
    static final String HEAP = "-Xms768m";
    static final String YOUNG = "-Xmn512m";
    static final String SURVIVORS = "-XX:SurvivorRatio=2";

    /** Keeps the log of ND4J and DL4J out of the results. */
    static final String QUIET = "-Dorg.slf4j.simpleLogger.defaultLogLevel=error";
}
