package heed.connectors.backfill;

import heed.connectors.heard.FeedbackLog;
import heed.connectors.heard.HeardMonths;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.topic.FeedbackHeaders;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/** Collects what the feedback topic has of some hospitals: histories, published months, responses of their own. */
final class HeardBefore {

    private final Set<String> hospitals;
    private final Deserializer<Feedback> values;
    private final Map<String, Instant> firstOwn = new TreeMap<>();
    private final Map<String, Instant> newestBackfilled = new HashMap<>();
    private final Set<Revision> backfilled = new HashSet<>();
    private final HeardMonths months;

    HeardBefore(Set<String> hospitals, Function<String, ZoneId> zones, Deserializer<Feedback> values) {
        this.hospitals = hospitals;
        this.values = values;
        this.months = new HeardMonths(zones);
    }

    /** Takes what {@code log} has since the last call. */
    void readOn(FeedbackLog log) {
        log.readOn(hospitals, values, this::take);
    }

    private void take(ConsumerRecord<String, byte[]> record, Feedback feedback) {
        months.take(feedback);
        Instant arrival = Instant.ofEpochMilli(record.timestamp());
        if (FeedbackHeaders.isBackfill(
                record.headers(), record.timestamp(), feedback.getGivenAt().toEpochMilli())) {
            backfilled.add(Revision.of(feedback));
            newestBackfilled.merge(record.key(), arrival, (a, b) -> a.isAfter(b) ? a : b);
        } else if (feedback.getChannel() != Channel.PUBLISHED) {
            firstOwn.merge(record.key(), arrival, (a, b) -> a.isBefore(b) ? a : b);
        }
    }

    /** Returns the hospitals that have responses of their own, with the arrival of the first. */
    Map<String, Instant> firstOwn() {
        return firstOwn;
    }

    /** Returns when the newest response of the history of a hospital was given that is there. */
    Optional<Instant> newestBackfilled(String hospital) {
        return Optional.ofNullable(newestBackfilled.get(hospital));
    }

    /** Says whether a response has been brought in. */
    boolean isBackfilled(Feedback feedback) {
        return backfilled.contains(Revision.of(feedback));
    }

    /** Returns how many responses have been brought in. */
    int backfilled() {
        return backfilled.size();
    }

    /** Returns the months of which anything is there. */
    HeardMonths months() {
        return months;
    }

    /** What makes two records the same to the ledger. */
    private record Revision(String id, int number, boolean withdrawn) {

        static Revision of(Feedback feedback) {
            return new Revision(feedback.getFeedbackId(), feedback.getRevision(), feedback.getWithdrawn());
        }
    }
}
