package heed.topology.league;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Ranks by what is compared and by nothing else: equals share a rank, which is one more than the number of those that
 * are better.
 */
final class SharedRanks {

    private final int[] ranks;
    private final int[] tied;

    /** Ranks {@code size} hospitals; {@code bestFirst} compares two of them by their numbers. */
    SharedRanks(int size, Comparator<Integer> bestFirst) {
        ranks = new int[size];
        tied = new int[size];
        List<Integer> order = IntStream.range(0, size).boxed().sorted(bestFirst).toList();
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && bestFirst.compare(order.get(from), order.get(to)) == 0) {
                to++;
            }
            for (int place = from; place < to; place++) {
                ranks[order.get(place)] = from + 1;
                tied[order.get(place)] = to - from;
            }
            from = to;
        }
    }

    /** Returns the rank of the i-th hospital, 1 is best. */
    int rank(int i) {
        return ranks[i];
    }

    /** Returns how many hospitals share that rank. */
    int tied(int i) {
        return tied[i];
    }

    /** Returns 1 if the i-th hospital is in the top fifth, -1 if in the bottom fifth, 0 between. */
    int fifth(int i) {
        return Fifths.of(ranks[i], last(i), ranks.length);
    }

    /** Returns an interval that holds what was drawn and every place that the i-th hospital and its equals take up. */
    RankInterval holding(int i, RankInterval drawn) {
        return new RankInterval(Math.min(ranks[i], drawn.best()), Math.max(last(i), drawn.worst()));
    }

    private int last(int i) {
        return ranks[i] + tied[i] - 1;
    }
}
