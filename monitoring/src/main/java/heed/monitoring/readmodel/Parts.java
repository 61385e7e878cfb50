package heed.monitoring.readmodel;

import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Takes parts of maps. */
final class Parts {

    private Parts() {}

    /** Returns the entries that are wanted. */
    static <K, V> Map<K, V> of(Map<K, V> all, BiPredicate<K, V> wanted) {
        return all.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey(), entry.getValue()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
