package heed.schemas.disclosure;

import heed.schemas.figures.Counted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Says which state of a closed window everybody is told: that of its closing, and after it those at which as many
 * answers as the minimum have been corrected or withdrawn since the one before. What moves between two states is so
 * never one patient's answer, and which states there are follows from the log alone: whoever starts anew is told the
 * same.
 */
public final class Release {

    private Release() {}

    /**
     * What one correction or withdrawal changed of a closed window.
     *
     * @param at when it arrived
     * @param n answers more, or fewer
     * @param sum of their points, basis points
     * @param sumOfSquares of their squared points
     */
    public record Change(Instant at, long n, long sum, long sumOfSquares) {}

    /**
     * Returns the state that is told; nothing where {@code now} cannot hold the changes, because it was read before
     * them.
     *
     * @param now what the window holds
     * @param changes all since it closed, in the order of the log: by their times a late one would take another's place
     */
    public static Optional<Counted> of(Counted now, List<Change> changes, int minimum) {
        long n = now.n();
        long sum = now.sum();
        long sumOfSquares = now.sumOfSquares();
        for (Change held : changes.subList(changes.size() - changes.size() % minimum, changes.size())) {
            n -= held.n();
            sum -= held.sum();
            sumOfSquares -= held.sumOfSquares();
        }
        return Counted.isPossible(n, sum, sumOfSquares)
                ? Optional.of(new Counted(n, sum, sumOfSquares))
                : Optional.empty();
    }
}
