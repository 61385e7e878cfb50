package heed.topology.watch;

import heed.schemas.Drop;
import heed.schemas.Rise;
import heed.schemas.questionnaire.WatchRole;
import heed.schemas.serde.StoredRecord;
import heed.topology.detect.MeasureWatch;
import heed.topology.detect.MeasureWatchCodec;
import heed.topology.detect.MeasureWatches;
import heed.topology.detect.WatchRule;
import heed.topology.detect.mix.MixTally;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Place;
import heed.topology.response.Places;
import heed.topology.response.ScoredMeasure;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import heed.topology.store.HeapState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The watched keys of one partition, a row each. Retention: none; a key's state does not grow with time. */
final class WatchedMeasures implements HeapState {

    private static final byte[] NOTHING = {};

    private final WatchRules rules;
    private final Places places;
    private final MeasureCatalogue catalogue;
    private final Map<Place, WatchedPlace> keys = new HashMap<>();
    /** By hospital, the keys at which acts wait. */
    private final Map<String, List<WatchedMeasure>> waiting = new HashMap<>();

    private final List<WatchedMeasure> changed = new ArrayList<>();
    private final MeasureWatches watches = new MeasureWatches();
    private final MeasureWatchCodec codec = new MeasureWatchCodec();
    private final StoredRecord<Drop> drops = new StoredRecord<>(Drop.class);
    private final StoredRecord<Rise> rises = new StoredRecord<>(Rise.class);
    private final RowWriter row = new RowWriter();
    private final RowWriter part = new RowWriter();

    WatchedMeasures(WatchRules rules, Places places, MeasureCatalogue catalogue) {
        this.rules = rules;
        this.places = places;
        this.catalogue = catalogue;
    }

    /**
     * Returns the key of a measure at a place, at first sight one that learns from nothing since {@code atMs}, and
     * marks it changed.
     */
    WatchedMeasure change(WatchedPlace at, ScoredMeasure measure, long atMs) {
        WatchedMeasure known = at.get(measure);
        if (known == null) {
            WatchRule rule = rules.of(at.place, measure);
            known = new WatchedMeasure(at.place, measure, rule, watches.of(rule), new MixTally(), atMs);
            at.put(known);
        }
        touch(known);
        return known;
    }

    private void touch(WatchedMeasure key) {
        if (!key.dirty) {
            key.dirty = true;
            changed.add(key);
        }
    }

    /** Returns the key of a measure at a place, if it has had a response. Names may be anything. */
    Optional<WatchedMeasure> find(String hospital, @Nullable String unit, String measure) {
        return keys.entrySet().stream()
                .filter(each -> each.getKey().hospital().equals(hospital)
                        && Objects.equals(each.getKey().unit(), unit))
                .flatMap(each -> each.getValue().all())
                .filter(each -> each.measure.name().equals(measure))
                .findFirst();
    }

    /** Lets an act wait at its key; one that is known already changes nothing. */
    void await(WatchedMeasure key, Act act) {
        boolean waits = key.acts.anyWaiting();
        if (key.acts.take(act)) {
            touch(key);
            if (!waits) {
                waiting.computeIfAbsent(key.place.hospital(), each -> new ArrayList<>())
                        .add(key);
            }
        }
    }

    /** Says whether acts wait at any key of the hospital. */
    boolean anyActWaits(String hospital) {
        return waiting.containsKey(hospital);
    }

    /**
     * Gives the hospital's acts to {@code effect} whose time has come when a response arrives, in the order of their
     * times.
     */
    void takeDue(String hospital, long arrivalMs, BiConsumer<WatchedMeasure, Act> effect) {
        List<WatchedMeasure> waitingHere = waiting.get(hospital);
        if (waitingHere == null) {
            return;
        }
        List<Due> due = new ArrayList<>();
        for (WatchedMeasure key : waitingHere) {
            for (Act act : key.acts.takeDue(arrivalMs)) {
                due.add(new Due(key, act));
                touch(key);
            }
        }
        waitingHere.removeIf(key -> !key.acts.anyWaiting());
        if (waitingHere.isEmpty()) {
            waiting.remove(hospital);
        }
        due.sort(Due.ORDER);
        due.forEach(each -> effect.accept(each.key, each.act));
    }

    /** Returns the keys of a place, none at first sight. */
    WatchedPlace at(Place place) {
        WatchedPlace known = keys.get(place);
        if (known == null) {
            known = new WatchedPlace(place);
            keys.put(place, known);
        }
        return known;
    }

    @Override
    public void writeChanges(ChangeWriter changelog) {
        for (WatchedMeasure key : changed) {
            key.dirty = false;
            changelog.write(name(key), value(key));
        }
        changed.clear();
    }

    private byte[] name(WatchedMeasure key) {
        String unit = key.place.unit();
        return row.clear()
                .text(key.place.hospital())
                .text(unit == null ? "" : unit)
                .text(key.measure.name())
                .toBytes();
    }

    private byte[] value(WatchedMeasure key) {
        row.clear().block(codec.write(key.watch)).block(key.drop == null ? NOTHING : drops.write(key.drop));
        key.mix.write(part.clear());
        row.block(part).block(key.rise == null ? NOTHING : rises.write(key.rise));
        key.acts.write(part.clear());
        row.block(part).number(key.sinceMs);
        key.learningDays.write(part.clear());
        row.block(part);
        key.comeback.write(part.clear());
        row.block(part).block(key.ended == null ? NOTHING : drops.write(key.ended));
        row.real(key.comeback.first());
        return row.toBytes();
    }

    @Override
    public void restore(byte[] key, byte @Nullable [] value) {
        RowReader reader = new RowReader().of(key);
        String hospital = reader.text();
        String unit = reader.text();
        Place place = places.of(hospital, unit.isEmpty() ? null : unit);
        ScoredMeasure measure = catalogue.byName(reader.text());
        if (measure.role() == WatchRole.NONE) {
            return;
        }
        reader.of(Objects.requireNonNull(value, "rows of the watch are never deleted"));
        WatchRule rule = rules.of(place, measure);
        MeasureWatch watch = watches.read(reader.block(), rule);
        byte[] bytes = reader.block();
        Drop drop = bytes.length == 0 ? null : drops.read(bytes);
        MixTally tally = MixTally.read(new RowReader().of(reader.block()));
        byte[] rise = reader.block();
        byte[] acts = reader.block();
        WatchedMeasure restored = new WatchedMeasure(place, measure, rule, watch, tally, reader.number());
        restored.drop = drop;
        restored.rise = rise.length == 0 ? null : rises.read(rise);
        restored.learningDays.read(reader.block());
        restored.comeback.read(reader.block());
        byte[] ended = reader.block();
        restored.ended = ended.length == 0 ? null : drops.read(ended);
        if (reader.hasMore()) {
            restored.comeback.first(reader.real());
        }
        restored.acts.read(acts);
        restored(restored);
    }

    /** Takes a key in, in place of what an earlier row said of it: acts that waited there wait no more. */
    private void restored(WatchedMeasure key) {
        WatchedPlace at = at(key.place);
        WatchedMeasure before = at.get(key.measure);
        at.put(key);
        List<WatchedMeasure> waitingHere = waiting.computeIfAbsent(key.place.hospital(), hospital -> new ArrayList<>());
        waitingHere.remove(before);
        if (key.acts.anyWaiting()) {
            waitingHere.add(key);
        }
        if (waitingHere.isEmpty()) {
            waiting.remove(key.place.hospital());
        }
    }

    private record Due(WatchedMeasure key, Act act) {

        /** The same after a restart, which finds the keys in another order. */
        private static final Comparator<Due> ORDER = Comparator.<Due>comparingLong(due -> due.act.atMs())
                .thenComparing(due -> due.act.id())
                .thenComparing(due -> due.key.place.toString())
                .thenComparing(due -> due.key.measure.name());
    }
}
