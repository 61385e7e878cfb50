package heed.monitoring.readmodel;

import heed.schemas.MeasureChange;
import heed.schemas.Restatement;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Release;
import heed.schemas.key.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds which months of whole hospitals are released, and in which state: the row of a month says what it holds now,
 * and the corrections and withdrawals since it closed what it held before. Bounded by the corrections that arrive later
 * than the lateness, of which there are few.
 */
final class Releases {

    private final Disclosure disclosure;
    private final Map<SeriesKey, List<Restated>> late = new HashMap<>();
    /** Beginnings of the months that were told, the newest. */
    private final Map<SeriesKey, NavigableSet<Instant>> told = new HashMap<>();

    private final FirstTold<Month> firsts;

    Releases(Disclosure disclosure) {
        this.disclosure = disclosure;
        this.firsts = new FirstTold<>(disclosure);
    }

    private record Month(SeriesKey line, Instant start) {}

    /**
     * What became of one answer.
     *
     * @param from when it was given, as was known before
     * @param to when it was given, as is known now; null where it was withdrawn
     */
    private record Restated(
            Instant at, Instant from, @Nullable Instant to, @Nullable Integer before, @Nullable Integer now) {

        /** Returns what it changed between two instants; nothing where the answer was not and is not there. */
        Optional<Release.Change> within(Instant start, Instant end) {
            Integer out = isWithin(from, start, end) ? before : null;
            Integer in = isWithin(to, start, end) ? now : null;
            if (Objects.equals(out, in)) {
                return Optional.empty();
            }
            return Optional.of(new Release.Change(
                    at,
                    (in == null ? 0 : 1) - (out == null ? 0 : 1),
                    points(in) - points(out),
                    points(in) * points(in) - points(out) * points(out)));
        }

        private static boolean isWithin(@Nullable Instant moment, Instant start, Instant end) {
            return moment != null && !moment.isBefore(start) && moment.isBefore(end);
        }

        private static long points(@Nullable Integer points) {
            return points == null ? 0 : points;
        }
    }

    /** Takes in a correction or withdrawal, and hands over each line of figures that it changes a closed month of. */
    void put(Restatement restatement, Consumer<SeriesKey> touched) {
        Instant at = restatement.getAsOf();
        Instant from = restatement.getFrom().getGivenAt();
        Instant to = restatement.getTo() == null ? null : restatement.getTo().getGivenAt();
        Instant earliest = to != null && to.isBefore(from) ? to : from;
        if (Duration.between(earliest, at).compareTo(disclosure.lateness()) < 0) {
            return;
        }
        for (MeasureChange change : restatement.getChanges()) {
            SeriesKey key = new SeriesKey(restatement.getHospital(), null, change.getMeasure());
            late.computeIfAbsent(key, each -> new ArrayList<>())
                    .add(new Restated(at, from, to, change.getFrom(), change.getTo()));
            touched.accept(key);
        }
    }

    void clear() {
        late.clear();
        told.clear();
        firsts.clear();
    }

    /** Takes note that what was there when the reading began is released by {@code now}. */
    void begin(Instant now) {
        firsts.begin(now);
    }

    /** Returns the lines of which a month may be told from {@code now} on. */
    Stream<SeriesKey> due(Instant now) {
        return firsts.due(now).stream().map(Month::line);
    }

    /** Returns the months that are released by {@code now}, of those of one line. */
    List<Pane> of(SeriesKey key, List<Pane> months, Instant now) {
        return months.stream()
                .flatMap(month -> of(key, month).stream())
                .filter(month -> isTold(key, month, now))
                .toList();
    }

    /** What was told once comes and goes with its rows; only what never was waits, and of it not what anybody knows. */
    private boolean isTold(SeriesKey key, Pane month, Instant now) {
        NavigableSet<Instant> known = told.computeIfAbsent(key, none -> new TreeSet<>());
        if (month.kind() != Pane.Kind.PUBLISHED
                && !known.contains(month.start())
                && firsts.waits(new Month(key, month.start()), closing(month), now)) {
            return false;
        }
        known.add(month.start());
        if (known.size() > SeriesState.MONTHS_KEPT) {
            known.pollFirst();
        }
        return true;
    }

    private Instant closing(Pane month) {
        return month.end().plus(disclosure.lateness());
    }

    private Optional<Pane> of(SeriesKey key, Pane month) {
        return switch (month.kind()) {
            case OPEN, MIXED -> Optional.empty();
            case PUBLISHED -> Optional.of(month);
            case CLOSED -> closed(key, month);
        };
    }

    /** A row and the corrections in it come by two topics: what is of different moments is not told. */
    private Optional<Pane> closed(SeriesKey key, Pane month) {
        Instant closing = closing(month);
        // In the order of the log: arrivals of several senders are not quite in it, and none may be moved to before one
        // that is told already.
        List<Release.Change> changes = late.getOrDefault(key, List.of()).stream()
                .dropWhile(restated -> restated.at().isBefore(closing))
                .flatMap(restated -> restated.within(month.start(), month.end()).stream())
                .toList();
        Instant newest = changes.stream()
                .map(Release.Change::at)
                .max(Comparator.naturalOrder())
                .orElse(closing);
        boolean agree = changes.isEmpty()
                ? month.asOf().isBefore(closing)
                : month.asOf().equals(newest);
        return agree ? Release.of(month.tally(), changes, disclosure.minimum()).map(month::told) : Optional.empty();
    }
}
