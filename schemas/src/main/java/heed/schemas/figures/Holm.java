package heed.schemas.figures;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Chooses of many findings those that chance does not explain, however many were looked at and however they hang
 * together: the procedure of S. Holm, <i>A simple sequentially rejective multiple test procedure</i>, Scandinavian
 * Journal of Statistics 6 (1979). Where chance alone is at work it chooses any at all with at most the stated
 * probability.
 */
public final class Holm {

    private Holm() {}

    /**
     * Returns which of {@code probabilities} are chosen, by their position, the least first.
     *
     * @param most probability that any is chosen by chance alone
     */
    public static List<Integer> chosen(double[] probabilities, double most) {
        int[] order = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble(each -> probabilities[each]))
                .mapToInt(Integer::intValue)
                .toArray();
        int chosen = 0;
        while (chosen < order.length && probabilities[order[chosen]] <= most / (order.length - chosen)) {
            chosen++;
        }
        return Arrays.stream(order, 0, chosen).boxed().toList();
    }
}
