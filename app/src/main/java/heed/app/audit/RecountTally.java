package heed.app.audit;

import heed.schemas.rejected.RejectionReason;
import java.util.EnumMap;
import java.util.Map;

/** Counts records by what they came to. */
public final class RecountTally {

    /** What a record that is not rejected came to. */
    public enum Outcome {
        /** A response seen for the first time. */
        COUNTED,
        /** Known already, or older than what is known. */
        DUPLICATE,
        /** The id and revision that stand, with other answers or another unit. */
        CONFLICT,
        /** A higher revision in place of what was counted. */
        CORRECTED,
        /** A withdrawal, or a response whose withdrawal came first. */
        WITHDRAWN
    }

    private final Map<Outcome, Long> outcomes = new EnumMap<>(Outcome.class);
    private final Map<RejectionReason, Long> rejections = new EnumMap<>(RejectionReason.class);

    void count(Outcome outcome) {
        outcomes.merge(outcome, 1L, Long::sum);
    }

    void reject(RejectionReason reason) {
        rejections.merge(reason, 1L, Long::sum);
    }

    void addAll(RecountTally other) {
        other.outcomes.forEach((outcome, count) -> outcomes.merge(outcome, count, Long::sum));
        other.rejections.forEach((reason, count) -> rejections.merge(reason, count, Long::sum));
    }

    /** Returns how many records met {@code outcome}. */
    public long of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0L);
    }

    /** Returns how many records were rejected, by reason; reasons that never occurred are absent. */
    public Map<RejectionReason, Long> rejections() {
        return rejections;
    }

    /** Returns how many records were rejected. */
    public long rejected() {
        return rejections.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Returns how many records were read: the sum of everything. */
    public long in() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum() + rejected();
    }
}
