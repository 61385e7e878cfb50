package heed.monitoring.readmodel;

import heed.schemas.LeagueRow;
import heed.schemas.Restatement;
import heed.schemas.Score;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.figures.Counted;
import heed.schemas.figures.ScoreFigures;
import heed.schemas.key.ScoreKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Gathers the scores of every hospital. Bounded by hospitals, units and measures, and for each as {@link SeriesState}
 * says.
 */
final class HospitalsEntry implements ModelEntry {

    private final Disclosure disclosure;
    private final Consumer<Instant> reached;
    private final Consumer<Instant> awaited;
    private final Map<String, Map<SeriesKey, SeriesState>> states = new HashMap<>();
    private final Map<String, HospitalFigures> frozen = new HashMap<>();
    private final Set<SeriesKey> touched = new HashSet<>();
    private final Releases releases;
    private boolean cleared;
    private Hospitals part = new Hospitals(frozen);

    HospitalsEntry(Disclosure disclosure, Consumer<Instant> reached, Consumer<Instant> awaited) {
        this.disclosure = disclosure;
        this.reached = reached;
        this.awaited = awaited;
        this.releases = new Releases(disclosure);
    }

    @Override
    public List<Route<?>> routes() {
        Route<Score> scores = new Route<>(Topics.SCORES, this::put, key -> remove(ScoreKey.parse(key)));
        // A topic that is never compacted has no tombstones.
        return disclosure.isByRelease()
                ? List.of(scores, new Route<>(Topics.RESTATEMENTS, this::put, key -> {}))
                : List.of(scores);
    }

    private void put(Restatement restatement) {
        releases.put(restatement, key -> {
            if (isThere(key)) {
                touched.add(key);
            }
        });
    }

    private void put(Score score) {
        SeriesKey key = SeriesKey.of(score);
        if (!disclosure.takes(score)) {
            return;
        }
        states.computeIfAbsent(key.hospital(), code -> new HashMap<>())
                .computeIfAbsent(key, each -> new SeriesState(each, disclosure))
                .put(score);
        touched.add(key);
        if (disclosure.takesArrivals()) {
            if (!score.getFinal$()) {
                awaited.accept(score.getAsOf());
            }
            // Of few answers the time is not told; the day, which it is by now, is everybody's.
            reached.accept(score.getAsOf().truncatedTo(ChronoUnit.DAYS));
        }
    }

    private void remove(ScoreKey score) {
        SeriesKey key = score.series();
        SeriesState state = states.getOrDefault(key.hospital(), Map.of()).get(key);
        if (state != null) {
            state.remove(score.window(), score.start());
            touched.add(key);
        }
    }

    @Override
    public void clear() {
        states.clear();
        releases.clear();
        frozen.clear();
        touched.clear();
        cleared = true;
    }

    @Override
    public boolean freeze(Instant now) {
        releases.due(now).filter(this::isThere).forEach(touched::add);
        boolean differs = cleared || !touched.isEmpty();
        if (differs) {
            touched.stream()
                    .collect(Collectors.groupingBy(SeriesKey::hospital))
                    .forEach((hospital, lines) -> freeze(hospital, lines, now));
            touched.clear();
            cleared = false;
            Hospitals next = new Hospitals(frozen);
            // What is told by release moves with few of the rows: readers do not see by the others that answers come.
            differs = !disclosure.isByRelease() || !next.equals(part);
            part = next;
        }
        releases.begin(now);
        return differs;
    }

    private boolean isThere(SeriesKey key) {
        return states.getOrDefault(key.hospital(), Map.of()).containsKey(key);
    }

    private void freeze(String hospital, List<SeriesKey> lines, Instant now) {
        Map<SeriesKey, SeriesState> kept = Objects.requireNonNull(states.get(hospital), "what is touched has a state");
        HospitalFigures before = frozen.get(hospital);
        Map<SeriesKey, Series> series = before == null ? new HashMap<>() : new HashMap<>(before.series());
        lines.forEach(key -> freeze(key, kept, series, now));
        if (series.isEmpty()) {
            frozen.remove(hospital);
        } else {
            HospitalFigures figures = HospitalFigures.of(hospital, series);
            frozen.put(hospital, figures);
            figures.lastAnswer().ifPresent(reached);
        }
        if (kept.isEmpty()) {
            states.remove(hospital);
        }
    }

    private void freeze(SeriesKey key, Map<SeriesKey, SeriesState> kept, Map<SeriesKey, Series> series, Instant now) {
        SeriesState state = Objects.requireNonNull(kept.get(key), "what is touched has a state");
        if (state.isEmpty()) {
            kept.remove(key);
            series.remove(key);
        } else if (disclosure.isByRelease()) {
            release(key, state, series, now);
        } else {
            series.put(key, state.freeze(months -> months));
        }
    }

    /** Tells whether a row of a comparison says of its hospital what the hospital's own month says. */
    boolean agrees(LeagueRow row) {
        HospitalFigures hospital = frozen.get(row.getHospital());
        return !disclosure.isByRelease()
                || (hospital != null
                        && hospital.whole(row.getMeasure()).stream()
                                .flatMap(series -> series.months().stream())
                                .anyMatch(month -> month.label().equals(row.getMonth()) && agrees(month.tally(), row)));
    }

    private static boolean agrees(Counted month, LeagueRow row) {
        return month.n() == row.getN()
                && ScoreFigures.of(month.n(), month.sum(), month.sumOfSquares()).scoreBasisPoints() == row.getScore();
    }

    /** What is told by release is as of the end of the newest month released, whenever that was. */
    private void release(SeriesKey key, SeriesState state, Map<SeriesKey, Series> series, Instant now) {
        Series released = state.freeze(months -> releases.of(key, months, now));
        if (released.months().isEmpty()) {
            series.remove(key);
        } else {
            series.put(key, released);
            released.months().forEach(month -> reached.accept(month.end()));
        }
    }

    @Override
    public Hospitals part() {
        return part;
    }
}
