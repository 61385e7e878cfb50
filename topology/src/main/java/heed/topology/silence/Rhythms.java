package heed.topology.silence;

import heed.schemas.Silence;
import heed.schemas.serde.StoredRecord;
import heed.topology.response.Place;
import heed.topology.response.Places;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import heed.topology.store.HeapState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rhythms of one partition's places, and when it was listened to.
 *
 * <p>Rows: one of the partition; of each place one of its hours (about 530 bytes, when one was added) and one of the
 * quiet run and the open silence (about 80 bytes, and 1 KB while one is open). Retention: none; no row grows with time.
 */
final class Rhythms implements HeapState {

    private static final int VERSION = 1;
    private static final byte[] LISTENING = "listening".getBytes(StandardCharsets.US_ASCII);
    private static final int HOURS = 0;
    private static final int RUN = 1;

    private final Places places;
    private final Map<Place, QuietPlace> rhythms = new HashMap<>();
    /** Records come out in this order, whatever the order in which rows were restored. */
    private final Map<Place, QuietPlace> inOrder = new TreeMap<>(Comparator.comparing(Place::toString));

    private final List<QuietPlace> changed = new ArrayList<>();
    private final StoredRecord<Silence> silences = new StoredRecord<>(Silence.class);
    private final RowWriter row = new RowWriter();
    private final Listening listening = new Listening();
    private boolean pulsed;

    Rhythms(Places places) {
        this.places = places;
    }

    /** Returns when the partition was listened to, and marks it changed. */
    Listening pulse() {
        pulsed = true;
        return listening;
    }

    HourBits listened() {
        return listening.hours();
    }

    /** Returns a place's rhythm, one that knows nothing at first sight. */
    QuietPlace of(Place place) {
        QuietPlace known = rhythms.get(place);
        return known == null ? create(place) : known;
    }

    private QuietPlace create(Place place) {
        QuietPlace created = new QuietPlace(place);
        rhythms.put(place, created);
        inOrder.put(place, created);
        return created;
    }

    /** Returns all places, in the order of their codes. */
    Collection<QuietPlace> inOrder() {
        return inOrder.values();
    }

    void changed(QuietPlace place) {
        if (!place.dirty) {
            place.dirty = true;
            changed.add(place);
        }
    }

    @Override
    public void writeChanges(ChangeWriter changelog) {
        if (pulsed) {
            pulsed = false;
            listening.write(row.clear().octet(VERSION));
            changelog.write(LISTENING, row.toBytes());
        }
        for (QuietPlace place : changed) {
            place.dirty = false;
            if (place.hoursDirty) {
                place.hoursDirty = false;
                byte[] key = key(place.place, HOURS);
                place.rhythm.writeHours(row.clear().octet(VERSION));
                changelog.write(key, row.toBytes());
            }
            byte[] key = key(place.place, RUN);
            place.rhythm.writeRun(row.clear().octet(VERSION));
            row.block(place.silence == null ? new byte[0] : silences.write(place.silence));
            changelog.write(key, row.toBytes());
        }
        changed.clear();
    }

    /** A place's key begins with its kind, 0 or 1, and so is never that of the partition. */
    private byte[] key(Place place, int kind) {
        return row.clear()
                .octet(kind)
                .text(place.hospital())
                .text(place.unit() == null ? "" : place.unit())
                .toBytes();
    }

    @Override
    public void restore(byte[] key, byte @Nullable [] value) {
        RowReader reader = new RowReader().of(Objects.requireNonNull(value, "rows of rhythms are never deleted"));
        reader.requireVersion(VERSION, "silence state");
        if (key[0] == LISTENING[0]) {
            listening.read(reader);
            return;
        }
        RowReader keyReader = new RowReader().of(key);
        int kind = keyReader.octet();
        String hospital = keyReader.text();
        String unit = keyReader.text();
        QuietPlace place = of(places.of(hospital, unit.isEmpty() ? null : unit));
        if (kind == HOURS) {
            place.rhythm.readHours(reader);
        } else {
            place.rhythm.readRun(reader);
            byte[] silence = reader.block();
            place.silence = silence.length == 0 ? null : silences.read(silence);
        }
    }
}
