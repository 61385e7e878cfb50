package heed.topology.watch;

import heed.schemas.Drop;
import heed.schemas.Rise;
import heed.schemas.questionnaire.WatchRole;
import heed.schemas.serde.StoredRecord;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Place;
import heed.topology.response.Places;
import heed.topology.response.ScoredMeasure;
import heed.topology.store.HeapState;
import heed.topology.store.RowReader;
import heed.topology.store.RowWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The watched keys of one partition, a row each. Retention: none; a key's state does not grow with time. */
final class WatchedKeys implements HeapState {

    private final WatchRules rules;
    private final Places places;
    private final MeasureCatalogue catalogue;
    private final Map<Place, Map<ScoredMeasure, WatchedKey>> keys = new HashMap<>();
    private final List<WatchedKey> changed = new ArrayList<>();
    private final WatchKeyCodec codec = new WatchKeyCodec();
    private final StoredRecord<Drop> drops =
            new StoredRecord<>(Drop.class).alsoOfRelease(1).alsoOfRelease(2);
    private final StoredRecord<Rise> rises = new StoredRecord<>(Rise.class);
    private final RowWriter row = new RowWriter();

    WatchedKeys(WatchRules rules, Places places, MeasureCatalogue catalogue) {
        this.rules = rules;
        this.places = places;
        this.catalogue = catalogue;
    }

    /** Returns the key of a measure at a place, learning from nothing at first sight, and marks it changed. */
    WatchedKey change(Place place, ScoredMeasure measure) {
        Map<ScoredMeasure, WatchedKey> ofPlace = ofPlace(place);
        WatchedKey known = ofPlace.get(measure);
        if (known == null) {
            WatchRule rule = rules.of(place, measure);
            known = new WatchedKey(place, measure, rule, new WatchKey(rule));
            ofPlace.put(measure, known);
        }
        if (!known.dirty) {
            known.dirty = true;
            changed.add(known);
        }
        return known;
    }

    private Map<ScoredMeasure, WatchedKey> ofPlace(Place place) {
        Map<ScoredMeasure, WatchedKey> known = keys.get(place);
        if (known == null) {
            known = new HashMap<>();
            keys.put(place, known);
        }
        return known;
    }

    @Override
    public void writeChanges(ChangeWriter changelog) {
        for (WatchedKey key : changed) {
            key.dirty = false;
            String unit = key.place.unit();
            byte[] name = row.clear()
                    .text(key.place.hospital())
                    .text(unit == null ? "" : unit)
                    .text(key.measure.name())
                    .toBytes();
            row.clear().block(codec.encode(key.key)).block(key.drop == null ? new byte[0] : drops.write(key.drop));
            row.block(key.rise == null ? new byte[0] : rises.write(key.rise));
            changelog.write(name, row.toBytes());
        }
        changed.clear();
    }

    @Override
    public void restore(byte[] key, byte[] value) {
        RowReader reader = new RowReader().of(key);
        String hospital = reader.text();
        String unit = reader.text();
        Place place = places.of(hospital, unit.isEmpty() ? null : unit);
        ScoredMeasure measure = catalogue.byName(reader.text());
        if (measure.role() == WatchRole.NONE) {
            return;
        }
        reader.of(value);
        WatchRule rule = rules.of(place, measure);
        WatchedKey restored = new WatchedKey(place, measure, rule, WatchKeyCodec.decode(reader.block(), rule));
        byte[] drop = reader.block();
        restored.drop = drop.length == 0 ? null : drops.read(drop);
        if (reader.hasMore()) {
            byte[] rise = reader.block();
            restored.rise = rise.length == 0 ? null : rises.read(rise);
        }
        ofPlace(place).put(measure, restored);
    }
}
