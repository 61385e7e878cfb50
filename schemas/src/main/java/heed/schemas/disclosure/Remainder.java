package heed.schemas.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says which parts of a whole are told, so that what is left of the whole is nothing or enough: secondary suppression.
 *
 * <p>Parts with fewer answers than the minimum are not told. Where what is left then, the untold parts and what is in
 * no part, is fewer than the minimum but not nothing, the smallest told part is untold too, and so on; of equal parts
 * the one whose name comes first. So which they are follows from the counts, and not from who looks.
 */
public final class Remainder {

    private Remainder() {}

    /**
     * Returns the parts with enough answers that are not told all the same.
     *
     * @param whole answers in all
     * @param parts answers of each part, by name
     */
    public static Set<String> untold(long whole, Map<String, Long> parts, int minimum) {
        List<Map.Entry<String, Long>> told = new ArrayList<>(parts.entrySet());
        told.removeIf(part -> part.getValue() < minimum);
        told.sort(Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())));
        long left = whole - told.stream().mapToLong(Map.Entry::getValue).sum();
        Set<String> untold = new HashSet<>();
        for (Map.Entry<String, Long> smallest : told) {
            if (left <= 0 || left >= minimum) {
                break;
            }
            untold.add(smallest.getKey());
            left += smallest.getValue();
        }
        return untold;
    }
}
