package heed.app.rejected;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Says which refused records are meant.
 *
 * @param reasons wire codes; empty for all
 * @param source topic that they came from
 * @param key the hospital, which is their key
 * @param since when the first was refused
 * @param until before when the last was refused
 * @param ids single ones; empty for all
 */
public record RefusedFilter(
        Set<String> reasons,
        Optional<String> source,
        Optional<String> key,
        Instant since,
        Instant until,
        Set<String> ids) {

    public RefusedFilter {
        reasons = Set.copyOf(reasons);
        ids = Set.copyOf(ids);
    }

    /** Tells whether a record is meant. */
    public boolean takes(Refused refused) {
        return (reasons.isEmpty() || reasons.contains(refused.reason()))
                && source.map(refused.topic()::equals).orElse(true)
                && key.map(hospital -> hospital.equals(refused.key())).orElse(true)
                && !refused.at().isBefore(since)
                && refused.at().isBefore(until)
                && (ids.isEmpty() || ids.contains(refused.id()));
    }
}
