package heed.monitoring.view;

import heed.monitoring.readmodel.RecentDays;
import heed.monitoring.readmodel.Series;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.disclosure.Reading;
import heed.schemas.sentence.English;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Says what the chart of a line shows, to whoever does not see it: what is usual, what happened and how it is now. A
 * score that may not be shown is not said either.
 */
public final class ChartWords {

    private final Names names;
    private final Knowledge known;

    /** Takes where hospitals are, and of which it is known how they are now. */
    public ChartWords(Names names, Knowledge known) {
        this.names = names;
        this.known = known;
    }

    /**
     * Returns what happened to a line: "usual 89%, fell to 68% from about 3 April 2026, now 86%".
     *
     * @param reference what the chart compares the score with
     * @param first the first day drawn: what ended before it is not told
     * @param last the last one: nor is what began after it
     */
    public String of(Series series, Reference reference, Snapshot snapshot, LocalDate first, LocalDate last) {
        String hospital = series.key().hospital();
        ZoneId zone = names.zone(hospital);
        return reference
                .drop()
                .filter(drop -> !date(drop.getSince(), zone).isAfter(last))
                .filter(drop -> drop.getState() == DropState.OPEN
                        || !date(Endings.of(drop), zone).isBefore(first))
                .map(drop -> fall(DropStand.of(drop, snapshot, names, known), zone))
                .orElseGet(() -> steady(series, reference, names.today(hospital, snapshot.now())));
    }

    private static LocalDate date(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }

    private static String fall(DropStand stand, ZoneId zone) {
        Drop drop = stand.drop();
        String since = " from about " + Words.date(drop.getSince(), zone);
        return stand.became()
                        .map(became -> "fell from " + stand.usual() + " to " + stand.flagged() + since + ", " + became
                                + (drop.getRecoveredAt() == null
                                        ? ""
                                        : " on " + Words.date(drop.getRecoveredAt(), zone)))
                        .orElseGet(() -> "usual " + stand.usual() + ", fell to " + stand.flagged() + since)
                + ", " + now(stand.now(), stand.lostSince().isPresent());
    }

    private String steady(Series series, Reference reference, LocalDate today) {
        boolean lost = known.lostSince(series.key().hospital()).isPresent();
        String usual = reference.usual().isPresent()
                ? "usual " + English.percent(reference.usual().getAsDouble())
                : "what is usual is not known yet";
        Series.Point now = new Series.Point(today, series.over(today, RecentDays.SHORT));
        Optional<String> place = lost
                ? Optional.empty()
                : reference.range(series, now).map(range -> ", " + UsualWords.place(range) + " the usual range");
        return usual + ", " + now(now.reading(), lost) + place.orElse("");
    }

    private static String now(Reading reading, boolean lost) {
        if (lost) {
            return "how it is now is not known";
        }
        return reading.shown()
                .map(shown -> "now " + Words.percent(shown))
                .orElseGet(() -> "no score now: " + Words.whyNone(reading));
    }
}
