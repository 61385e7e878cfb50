package heed.connectors.submission;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Reads when a response was given, and judges it by when it arrived. */
final class GivenAtReader {

    private static final Duration MOST_AHEAD = Duration.ofHours(1);

    private final Duration lateness;

    GivenAtReader(Duration lateness) {
        this.lateness = lateness;
    }

    /** Returns the time; nothing where it is absent or is refused, which is reported. */
    Optional<Instant> read(SubmissionFields fields, Instant arrival, Problems problems) {
        Optional<Instant> parsed = fields.text(
                        "given_at",
                        text -> instantOf(text).isPresent(),
                        "must be an ISO 8601 date and time with offset, as 2026-03-01T10:15:30+00:00")
                .flatMap(GivenAtReader::instantOf);
        if (parsed.isEmpty()) {
            return parsed;
        }
        if (parsed.get().isAfter(arrival.plus(MOST_AHEAD))) {
            problems.add(fields.place("given_at"), "is more than an hour ahead of the clock here");
            return Optional.empty();
        }
        if (parsed.get().isBefore(arrival.minus(lateness))) {
            problems.add(fields.place("given_at"), "is more than " + lateness.toDays() + " days ago");
            return Optional.empty();
        }
        return parsed;
    }

    private static Optional<Instant> instantOf(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
