package heed.app.audit;

import heed.schemas.Channel;
import heed.schemas.Window;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Counts one partition of the input again, record by record in their order. For one thread at a time. */
final class PartitionRecount {

    private final RecountRules rules;
    private final Admission admission;
    private final Room room;
    private final Map<String, Hospital> hospitals = new HashMap<>();
    private final Map<ZoneId, LocalWindows> windows = new HashMap<>();
    private final List<Place> places = new ArrayList<>();
    private final RecountTally tally = new RecountTally();
    private final Rows rows = new Rows();
    private final ChannelDays channelDays = new ChannelDays();
    private final BitSet moved = new BitSet();
    private long newestChangeMs = Long.MIN_VALUE;
    private long newestSettledMs = Long.MIN_VALUE;
    private Phase phase = Phase.SETTLED;

    PartitionRecount(RecountRules rules, Admission admission) {
        this.rules = rules;
        this.admission = admission;
        this.room = new Room(rules);
    }

    /** Whether the scores that are compared have everything that is counted, or perhaps not yet. */
    private enum Phase {
        SETTLED,
        IN_MOTION
    }

    /**
     * A hospital or one of its units.
     *
     * @param unit null for the hospital as a whole
     * @param number its number among the places of the partition
     */
    record Place(String hospital, @Nullable String unit, int number) {}

    /**
     * What a response brings to a row.
     *
     * @param day the day, where the row has sums over days and the day is known, else null
     */
    private record Cell(int points, LocalWindows.@Nullable Span day) {}

    private record Hospital(Ledger ledger, Place whole, Map<String, Place> units, LocalWindows windows) {

        /** Returns the first instant of the day that a response was given on. */
        long dayMs(Ledger.Entry entry) {
            return Objects.requireNonNull(
                            windows.of(entry.givenAtMs()).get(Window.DAY), "there is a window of each kind")
                    .startMs();
        }
    }

    /** Counts a record. */
    void count(byte @Nullable [] key, byte @Nullable [] value, long timestampMs) {
        try {
            Admission.Admitted admitted = admission.admit(key, value, timestampMs);
            room.take(admitted);
            Hospital hospital = hospitals.computeIfAbsent(admitted.hospital(), this::hospital);
            Ledger.Change change = hospital.ledger.enter(admitted, place(hospital, admitted.unit()));
            tally.count(change.outcome());
            if (change.before() != null || change.after() != null) {
                apply(change, hospital, admitted.arrivalMs());
                applyToChannels(change, hospital, admitted.arrivalMs());
                newestChangeMs = Math.max(newestChangeMs, admitted.arrivalMs());
            }
        } catch (Admission.RefusedException e) {
            tally.reject(e.reason());
        }
    }

    /** Takes in no more of a record than its place: it leaves less room for those that are counted. */
    void passOver(byte @Nullable [] key, byte @Nullable [] value, long timestampMs) {
        try {
            room.take(admission.admit(key, value, timestampMs));
        } catch (Admission.RefusedException e) {
            // It is not asked what becomes of it.
        }
    }

    /** Says that from now on what a record changes is in motion. */
    void settle() {
        phase = Phase.IN_MOTION;
        channelDays.settle();
        newestSettledMs = newestChangeMs;
    }

    /** Returns whether a row has changed since {@link #settle}. */
    boolean isMoved(int row) {
        return moved.get(row);
    }

    /** Returns how many rows have changed since {@link #settle}. */
    int moved() {
        return moved.cardinality();
    }

    Rows rows() {
        return rows;
    }

    ChannelDays channelDays() {
        return channelDays;
    }

    RecountTally tally() {
        return tally;
    }

    Place place(int number) {
        return places.get(number);
    }

    /** Adds the ids of all hospitals to {@code into}: one that is there twice came from two of them. */
    void addIds(LongStream.Builder into) {
        hospitals.values().forEach(hospital -> hospital.ledger.addIds(into));
    }

    /** Returns the hospitals that anything admitted named. */
    Iterable<String> hospitals() {
        return hospitals.keySet();
    }

    /** Returns the row of what a score's key names, or {@link Rows#NONE}. */
    int find(String hospitalCode, @Nullable String unit, int measure, Window kind, long startMs) {
        Hospital hospital = hospitals.get(hospitalCode);
        if (hospital == null) {
            return Rows.NONE;
        }
        Place place = unit == null ? hospital.whole : hospital.units.get(unit);
        return place == null ? Rows.NONE : rows.find(place.number(), measure, kind, startMs);
    }

    /** Returns whether a window that ended then must be final: arrivals alone have closed it. */
    boolean mustBeFinal(long endMs) {
        return newestSettledMs != Long.MIN_VALUE
                && endMs <= newestSettledMs - rules.lateness().toMillis();
    }

    private void apply(Ledger.Change change, Hospital hospital, long arrivalMs) {
        Map<Integer, Cell> before = cells(change.before(), hospital);
        Map<Integer, Cell> after = cells(change.after(), hospital);
        before.forEach((row, cell) -> {
            if (!cell.equals(after.get(row))) {
                rows.takeOut(row, cell.points(), arrivalMs);
                rows.restate(row);
                touched(row);
            }
        });
        after.forEach((row, cell) -> {
            Cell old = before.get(row);
            if (!cell.equals(old)) {
                rows.putIn(row, cell.points(), arrivalMs);
                if (change.before() != null && old == null) {
                    rows.restate(row);
                }
                touched(row);
            }
        });
    }

    private void applyToChannels(Ledger.Change change, Hospital hospital, long arrivalMs) {
        String code = hospital.whole.hospital();
        if (change.before() != null) {
            channelDays.takeOut(code, change.before(), hospital.dayMs(change.before()), arrivalMs);
        }
        if (change.after() != null) {
            channelDays.putIn(code, change.after(), hospital.dayMs(change.after()), arrivalMs);
        }
    }

    private void touched(int row) {
        if (phase == Phase.IN_MOTION) {
            moved.set(row);
        }
    }

    /** Returns the rows that a response is in, with what it brings to each. */
    private Map<Integer, Cell> cells(Ledger.@Nullable Entry entry, Hospital hospital) {
        if (entry == null || entry.withdrawn()) {
            return Map.of();
        }
        Map<Integer, Cell> cells = new HashMap<>();
        Map<Window, LocalWindows.Span> spans = hospital.windows.of(entry.givenAtMs());
        addCells(cells, hospital.whole, entry, spans);
        if (entry.place().unit() != null) {
            addCells(cells, entry.place(), entry, spans);
        }
        return cells;
    }

    private void addCells(
            Map<Integer, Cell> cells, Place place, Ledger.Entry entry, Map<Window, LocalWindows.Span> spans) {
        PointsTable.Points points = Objects.requireNonNull(entry.points(), "a withdrawn response is in no row");
        boolean monthsOnly = entry.channel() == Channel.PUBLISHED;
        LocalWindows.Span day = monthsOnly ? null : spans.get(Window.DAY);
        spans.forEach((kind, span) -> {
            boolean said = rules.says(place.unit(), kind) && (kind == Window.MONTH || !monthsOnly);
            for (int i = 0; said && i < points.measures(); i++) {
                if (points.counts(i)) {
                    int row = rows.at(place.number(), entry.questionnaire().measure(i), kind, span.startMs());
                    cells.put(row, new Cell(points.of(i), kind == Window.MONTH && place.unit() == null ? day : null));
                }
            }
        });
    }

    private Hospital hospital(String code) {
        ZoneId zone = rules.hospitals().byCode(code).zone();
        return new Hospital(
                new Ledger(rules.ledgerDays()),
                newPlace(code, null),
                new HashMap<>(),
                windows.computeIfAbsent(zone, LocalWindows::new));
    }

    private Place place(Hospital hospital, @Nullable String unit) {
        return unit == null
                ? hospital.whole
                : hospital.units.computeIfAbsent(unit, code -> newPlace(hospital.whole.hospital(), code));
    }

    private Place newPlace(String hospital, @Nullable String unit) {
        Place place = new Place(hospital, unit, places.size());
        places.add(place);
        return place;
    }
}
