package heed.monitoring.readmodel;

import heed.schemas.Score;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.ScoreKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

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
    private boolean cleared;
    private Hospitals part = new Hospitals(frozen);

    HospitalsEntry(Disclosure disclosure, Consumer<Instant> reached, Consumer<Instant> awaited) {
        this.disclosure = disclosure;
        this.reached = reached;
        this.awaited = awaited;
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(new Route<>(Topics.SCORES, this::put, key -> remove(ScoreKey.parse(key))));
    }

    private void put(Score score) {
        SeriesKey key = SeriesKey.of(score);
        if (!disclosure.takesUnit(key.unit())) {
            return;
        }
        states.computeIfAbsent(key.hospital(), code -> new HashMap<>())
                .computeIfAbsent(key, each -> new SeriesState(each, disclosure))
                .put(score);
        touched.add(key);
        if (!score.getFinal$()) {
            awaited.accept(score.getAsOf());
        }
        reached.accept(score.getAsOf());
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
        frozen.clear();
        touched.clear();
        cleared = true;
    }

    @Override
    public boolean freeze(Instant now) {
        boolean differs = cleared || !touched.isEmpty();
        if (differs) {
            touched.forEach(this::freeze);
            touched.clear();
            cleared = false;
            part = new Hospitals(frozen);
        }
        return differs;
    }

    private void freeze(SeriesKey key) {
        Map<SeriesKey, SeriesState> hospital =
                Objects.requireNonNull(states.get(key.hospital()), "what is touched has a state");
        SeriesState state = Objects.requireNonNull(hospital.get(key), "what is touched has a state");
        HospitalFigures before = frozen.get(key.hospital());
        Map<SeriesKey, Series> series = before == null ? new HashMap<>() : new HashMap<>(before.series());
        if (state.isEmpty()) {
            hospital.remove(key);
            series.remove(key);
        } else {
            series.put(key, state.freeze());
        }
        if (series.isEmpty()) {
            frozen.remove(key.hospital());
        } else {
            frozen.put(key.hospital(), new HospitalFigures(key.hospital(), series));
        }
        if (hospital.isEmpty()) {
            states.remove(key.hospital());
        }
    }

    @Override
    public Hospitals part() {
        return part;
    }
}
