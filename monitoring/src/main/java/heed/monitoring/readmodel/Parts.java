package heed.monitoring.readmodel;

import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Takes parts of maps. */
final class Parts {

    private Parts() {}

    /** Returns the same with what is told of each value. */
    static <K, V> Map<K, V> told(Map<K, V> all, UnaryOperator<V> told) {
        return all.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> told.apply(each.getValue())));
    }

    /** Returns the entries that are wanted. */
    static <K, V> Map<K, V> of(Map<K, V> all, BiPredicate<K, V> wanted) {
        return all.entrySet().stream()
                .filter(entry -> wanted.test(entry.getKey(), entry.getValue()))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
