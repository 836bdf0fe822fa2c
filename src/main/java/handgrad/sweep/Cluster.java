package handgrad.sweep;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Makes runs on other machines; an implementation is found on the class path. */
public interface Cluster {
    /**
     * Makes all runs that are not done, or those until it is told to stop; to the same bits as {@link Workers}.
     *
     * @throws handgrad.InputException if the cluster cannot be reached, or will not do
     */
    void run(Order order, Journal journal, Watch watch);

    /**
     * What is asked of a cluster.
     *
     * @param master its address
     * @param words of the command line that describe the sweep, read again where runs are made
     */
    record Order(String master, List<String> words, Sweep sweep) {
        public Order {
            words = List.copyOf(words);
        }
    }

    /** The one on the class path, if there is one. */
    static Optional<Cluster> found() {
        return ServiceLoader.load(Cluster.class).findFirst();
    }
}
