package heed.monitoring.readmodel;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The read model at one moment. Immutable, so a page is of one piece however the figures move while it is written.
 *
 * @param version changes with every change, and with every start of the program
 * @param hospitals by code
 * @param drops the latest drop of each line of figures
 * @param known every drop still remembered, by id: the latest ones and those that they replaced
 * @param handling what people did about each drop that is remembered, by its id; empty where readers are not told
 * @param watch what the watch tells beside drops
 * @param leagues hospitals compared with each other
 * @param asOf arrival of the newest response that any figure contains; null before the first
 * @param changedAt by the wall clock, when the figures last changed; null before the first
 */
public record Snapshot(
        String version,
        Map<String, HospitalFigures> hospitals,
        Map<SeriesKey, Drop> drops,
        Map<String, Drop> known,
        Map<String, Handling> handling,
        Watch watch,
        Leagues leagues,
        Instant asOf,
        Instant changedAt) {

    public Snapshot {
        hospitals = Map.copyOf(hospitals);
        drops = Map.copyOf(drops);
        known = Map.copyOf(known);
        handling = Map.copyOf(handling);
    }

    /**
     * Returns the part that {@code viewer} sees. Version, as of and time of change stay those of all: they say how far the pipeline
     * is, and a quiet hospital's "now" is everybody's.
     */
    Snapshot seenBy(Viewer viewer) {
        return new Snapshot(
                version,
                Parts.of(hospitals, (code, figures) -> viewer.sees(code)),
                Parts.of(drops, (key, drop) -> viewer.sees(key.hospital())),
                Parts.of(known, (id, drop) -> viewer.sees(drop.getHospital())),
                Parts.of(handling, (id, acts) -> viewer.sees(known.get(id).getHospital())),
                watch.seenBy(viewer),
                leagues.seenBy(viewer),
                asOf,
                changedAt);
    }

    /** Returns the event time that "now" means on a page: the newest figure's, since time may be simulated. */
    public Instant now() {
        return asOf == null ? Instant.EPOCH : asOf;
    }

    /** Returns the open drops, the largest fall first. */
    public List<Drop> open() {
        return drops.values().stream()
                .filter(drop -> drop.getState() == DropState.OPEN)
                .sorted(Comparator.comparingDouble(Drop::getFall).reversed().thenComparing(Drop::getDropId))
                .toList();
    }

    /** Returns the drops that recovered within {@code span} of now, the newest recovery first. */
    public List<Drop> recoveredWithin(Duration span) {
        Instant earliest = now().minus(span);
        return drops.values().stream()
                .filter(drop -> drop.getState() == DropState.RECOVERED && drop.getRecoveredAt() != null)
                .filter(drop -> drop.getPhase() != DropPhase.REBASELINED)
                .filter(drop -> !drop.getRecoveredAt().isBefore(earliest))
                .sorted(Comparator.comparing(Drop::getRecoveredAt).reversed().thenComparing(Drop::getDropId))
                .toList();
    }

    /** Returns what people did about a drop; nothing where readers are not told, or the drop is not remembered. */
    public Optional<Handling> handling(Drop drop) {
        return Optional.ofNullable(handling.get(drop.getDropId()));
    }

    /** Returns the latest drop of a line of figures. */
    public Optional<Drop> drop(SeriesKey key) {
        return Optional.ofNullable(drops.get(key));
    }

    /**
     * Tells whether the watch has learned what is usual of a line, so that it can flag a drop: it says so in a record, and a drop shows it too, until a
     * person makes another level the usual one, for which it says so anew.
     */
    public boolean isLearned(SeriesKey key) {
        return drop(key).map(drop -> drop.getPhase() != DropPhase.REBASELINED).orElseGet(() -> watch.learned(key)
                .isPresent());
    }

    /** Returns the latest drop of every line of one hospital. */
    public List<Drop> dropsNow(String hospital) {
        return drops.values().stream()
                .filter(drop -> drop.getHospital().equals(hospital))
                .toList();
    }

    /** Returns every drop that is remembered, the newest first. */
    public List<Drop> newest() {
        return known.values().stream()
                .sorted(Comparator.comparing(Drop::getOpenedAt).reversed().thenComparing(Drop::getDropId))
                .toList();
    }

    /** Returns the drops remembered of one hospital, the newest first. */
    public List<Drop> dropsOf(String hospital) {
        return newest().stream()
                .filter(drop -> drop.getHospital().equals(hospital))
                .toList();
    }
}
