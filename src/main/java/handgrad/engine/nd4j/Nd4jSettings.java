package handgrad.engine.nd4j;

/**
 * The settings under which {@code fit} was found to be fastest without its memory growing; docs/performance.md has the
 * figures. They change no result. The launcher adds what only a JVM's options can say.
 */
public final class Nd4jSettings {
    /** How much of the machine's memory may be in use before JavaCPP asks for a collection; 0: it never looks. */
    private static final String PHYSICAL_BYTES = "org.bytedeco.javacpp.maxPhysicalBytes";

    /** ND4J's name for the class that describes shapes. */
    private static final String SHAPES = "shapeinfoprovider";

    /** ND4J's name for the class that calls its native operations. */
    private static final String EXECUTIONER = "opexec";

    private Nd4jSettings() {}

    /** To be called before the first array is made, later ones change nothing; what a user has set stays. */
    public static void apply() {
        setDefault(PHYSICAL_BYTES, "0");
        // By their names, as a command that needs no ND4J is not to load it.
        setDefault(SHAPES, "handgrad.engine.nd4j.CachedShapes");
        setDefault(EXECUTIONER, "handgrad.engine.nd4j.FrugalExecutioner");
    }

    private static void setDefault(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
