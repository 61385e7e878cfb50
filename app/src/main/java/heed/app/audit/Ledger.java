package heed.app.audit;

import heed.schemas.Channel;
import heed.schemas.rejected.RejectionReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the responses of one hospital for as many arrival days as are kept; an id entered on a closed day is
 * forgotten.
 */
final class Ledger {

    private final int keptDays;
    private final Map<UUID, Entry> entries = new HashMap<>();
    private final TreeMap<Long, List<UUID>> days = new TreeMap<>();
    private long closedThrough = Long.MIN_VALUE;

    Ledger(int keptDays) {
        this.keptDays = keptDays;
    }

    /**
     * What is known of one response.
     *
     * @param day arrival day (UTC epoch day) under which it is remembered
     * @param points points of each measure of its questionnaire; null once it is withdrawn
     */
    record Entry(
            int revision,
            long day,
            PartitionRecount.Place place,
            PointsTable.Questionnaire questionnaire,
            long givenAtMs,
            Channel channel,
            PointsTable.@Nullable Points points) {

        boolean withdrawn() {
            return points == null;
        }
    }

    /**
     * What a record came to.
     *
     * @param before what it takes out of the scores, or null
     * @param after what it puts in, or null
     */
    record Change(RecountTally.Outcome outcome, @Nullable Entry before, @Nullable Entry after) {}

    /**
     * Enters a record that names {@code place}.
     *
     * @throws Admission.RefusedException where its arrival day has been closed
     */
    Change enter(Admission.Admitted admitted, PartitionRecount.Place place) {
        long arrivalDay = TimeUnit.MILLISECONDS.toDays(admitted.arrivalMs());
        Admission.require(!isClosed(arrivalDay), RejectionReason.BEYOND_LEDGER);
        Entry known = entries.get(admitted.id());
        if (known != null && known.withdrawn()) {
            return new Change(
                    admitted.withdrawn() ? RecountTally.Outcome.DUPLICATE : RecountTally.Outcome.WITHDRAWN, null, null);
        }
        if (known != null && !admitted.withdrawn() && admitted.revision() <= known.revision()) {
            return new Change(
                    admitted.revision() == known.revision() && isOther(known, admitted, place)
                            ? RecountTally.Outcome.CONFLICT
                            : RecountTally.Outcome.DUPLICATE,
                    null,
                    null);
        }
        long day = known == null ? arrivalDay : Math.max(arrivalDay, known.day());
        Entry entry = new Entry(
                admitted.revision(),
                day,
                place,
                admitted.questionnaire(),
                admitted.givenAtMs(),
                admitted.channel(),
                admitted.points());
        remember(admitted.id(), entry);
        if (admitted.withdrawn()) {
            return new Change(RecountTally.Outcome.WITHDRAWN, known, null);
        }
        return new Change(known == null ? RecountTally.Outcome.COUNTED : RecountTally.Outcome.CORRECTED, known, entry);
    }

    private static boolean isOther(Entry known, Admission.Admitted admitted, PartitionRecount.Place place) {
        return !known.place().equals(place)
                || !figures(known.questionnaire(), known.points())
                        .equals(figures(admitted.questionnaire(), admitted.points()));
    }

    /** Returns the points by measure; what counts towards none is absent. */
    private static Map<Integer, Integer> figures(
            PointsTable.Questionnaire questionnaire, PointsTable.@Nullable Points points) {
        Map<Integer, Integer> figures = new HashMap<>();
        for (int i = 0; points != null && i < points.measures(); i++) {
            if (points.counts(i)) {
                figures.put(questionnaire.measure(i), points.of(i));
            }
        }
        return figures;
    }

    /** Adds the ids that are remembered, each as 64 bits: of a million, two look alike once in tens of millions. */
    void addIds(LongStream.Builder into) {
        for (UUID id : entries.keySet()) {
            into.add(id.getMostSignificantBits() * 0x9E3779B97F4A7C15L ^ id.getLeastSignificantBits());
        }
    }

    private boolean isClosed(long day) {
        return day <= closedThrough || (days.size() >= keptDays && day < days.firstKey());
    }

    private void remember(UUID id, Entry entry) {
        if (!days.containsKey(entry.day()) && days.size() >= keptDays) {
            closeOldest();
        }
        entries.put(id, entry);
        days.computeIfAbsent(entry.day(), day -> new ArrayList<>()).add(id);
    }

    private void closeOldest() {
        Map.Entry<Long, List<UUID>> oldest = days.pollFirstEntry();
        closedThrough = oldest.getKey();
        for (UUID id : oldest.getValue()) {
            Entry entry = entries.get(id);
            if (entry != null && entry.day() == closedThrough) {
                entries.remove(id);
            }
        }
    }
}
