package handgrad.engine.nd4j;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What ND4J describes again with every array or operation although it is the same. A training needs some dozens of descriptions; a
 * program that needs more than there is room for goes on without.
 */
final class Kept<K, V> {
    private static final int MOST = 1000;

    private final Map<K, V> known = new ConcurrentHashMap<>();
    private final UnaryOperator<K> copy;

    /** @param copy of a key that is kept, as the caller's arrays in it may change */
    Kept(UnaryOperator<K> copy) {
        this.copy = copy;
    }

    V get(K asked, Supplier<V> make) {
        V found = known.get(asked);
        if (found != null) {
            return found;
        }
        // Made with the arrays as they are now, before anybody changes them.
        K key = copy.apply(asked);
        V made = make.get();
        if (known.size() < MOST) {
            known.put(key, made);
        }
        return made;
    }
}
