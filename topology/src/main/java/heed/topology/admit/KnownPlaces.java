package heed.topology.admit;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.hospital.PlaceLimits;
import heed.schemas.hospital.UnknownHospitals;
import heed.schemas.rejected.RejectionReason;
import heed.topology.response.Place;
import heed.topology.response.Places;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import heed.topology.store.HeapState;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places of one partition that responses have come from, a row each, and how many there may be.
 *
 * <p>A place is known from its first good response on: so a flood of invented codes shuts out nobody who was there
 * before it, and a replay of the log knows the same places. Retention: none, the limits bound it.
 */
final class KnownPlaces implements HeapState {

    private static final int VERSION = 1;

    private final PlaceLimits limits;
    private final HospitalDirectory directory;
    private final Places places;
    private final ByteTable<CompiledQuestionnaire> questionnaires;
    private final ByteTable<KnownHospital> hospitals = new ByteTable<>();
    private final Set<KnownPlace> changed = new LinkedHashSet<>();
    private final RowWriter row = new RowWriter();
    private int unlistedCount;
    private int placeCount;
    private int keyCount;

    KnownPlaces(PlaceLimits limits, HospitalDirectory directory, CompiledQuestionnaires compiled) {
        this.limits = limits;
        this.directory = directory;
        this.places = new Places(directory);
        this.questionnaires = compiled.table();
    }

    /** Returns the place of a response to {@code questionnaire}; null where it must be taken in first. */
    @Nullable
    Place find(FlatFeedback flat, CompiledQuestionnaire questionnaire) {
        KnownHospital hospital = hospital(flat);
        if (hospital == null) {
            return null;
        }
        if (flat.withdrawn) {
            return hospital.whole.place;
        }
        if (isShutOut(hospital.listing) || !hospital.whole.isAsked(questionnaire)) {
            return null;
        }
        if (flat.unitLength < 0) {
            return hospital.whole.place;
        }
        KnownPlace unit = hospital.unit(flat.bytes, flat.unitAt, flat.unitLength);
        return unit == null || !unit.isAsked(questionnaire) ? null : unit.place;
    }

    /**
     * Takes in the place of a response that is good but for it, and returns it. Of a withdrawal that is the hospital:
     * it brings nothing to a unit, and must not fail for one.
     *
     * @throws RejectedRecordException where there is no room; then nothing is taken in
     */
    Place take(FlatFeedback flat, CompiledQuestionnaire questionnaire) {
        KnownHospital known = hospital(flat);
        String code = text(flat.bytes, flat.hospitalAt, flat.hospitalLength);
        Listing listing = known == null ? listing(code) : known.listing;
        require(!isShutOut(listing), RejectionReason.UNKNOWN_HOSPITAL);
        int newHospitals = known == null && listing == Listing.UNLISTED ? 1 : 0;
        require(newHospitals == 0 || unlistedCount < limits.hospitals(), RejectionReason.TOO_MANY_HOSPITALS);
        if (flat.withdrawn) {
            requireRoomOfPlaces(newHospitals);
            return (known == null ? enter(code, listing) : known).whole.place;
        }
        int wholeKeys = wholeKeys(known, listing, questionnaire);
        if (flat.unitLength < 0) {
            requireRoomOfPlaces(newHospitals);
            requireRoomOfKeys(wholeKeys);
            return asked((known == null ? enter(code, listing) : known).whole, questionnaire, wholeKeys);
        }
        KnownPlace unit = known == null ? null : known.unit(flat.bytes, flat.unitAt, flat.unitLength);
        int newUnits = unit == null ? 1 : 0;
        int units = known == null ? 0 : known.unitCount();
        require(newUnits == 0 || units < limits.units(), RejectionReason.TOO_MANY_UNITS);
        requireRoomOfPlaces(newHospitals + newUnits);
        int unitKeys = keys(unit, questionnaire);
        requireRoomOfKeys(wholeKeys + unitKeys);
        KnownHospital hospital = known == null ? enter(code, listing) : known;
        asked(hospital.whole, questionnaire, wholeKeys);
        return asked(
                unit == null ? enter(hospital, text(flat.bytes, flat.unitAt, flat.unitLength)) : unit,
                questionnaire,
                unitKeys);
    }

    private Listing listing(String code) {
        return directory.lists(code) ? Listing.LISTED : Listing.UNLISTED;
    }

    private boolean isShutOut(Listing listing) {
        return listing == Listing.UNLISTED && limits.unknown() == UnknownHospitals.REJECT;
    }

    /** What brings nothing new always has room, also where the limits have been lowered since. */
    private void requireRoomOfPlaces(int more) {
        require(more == 0 || placeCount + more <= limits.places(), RejectionReason.TOO_MANY_PLACES);
    }

    private void requireRoomOfKeys(int more) {
        require(more == 0 || keyCount + more <= limits.keys(), RejectionReason.TOO_MANY_KEYS);
    }

    /** As {@link #keys} for a hospital as a whole: for one of the file room is set aside. */
    private static int wholeKeys(@Nullable KnownHospital known, Listing listing, CompiledQuestionnaire questionnaire) {
        return listing == Listing.LISTED ? 0 : keys(known == null ? null : known.whole, questionnaire);
    }

    /** Returns how many watched measures a questionnaire brings to a place, null where that is not known. */
    private static int keys(@Nullable KnownPlace place, CompiledQuestionnaire questionnaire) {
        return place != null && place.isAsked(questionnaire) ? 0 : questionnaire.watched();
    }

    private KnownHospital enter(String code, Listing listing) {
        KnownHospital hospital = new KnownHospital(places.hospital(code), listing);
        hospitals.put(code.getBytes(StandardCharsets.US_ASCII), hospital);
        if (listing == Listing.UNLISTED) {
            unlistedCount++;
            placeCount++;
        }
        changed.add(hospital.whole);
        return hospital;
    }

    private KnownPlace enter(KnownHospital hospital, String unit) {
        placeCount++;
        KnownPlace entered = hospital.add(unit);
        changed.add(entered);
        return entered;
    }

    /** Notes that a questionnaire was answered at a place, to which it brings {@code keys}, and returns that. */
    private Place asked(KnownPlace place, CompiledQuestionnaire questionnaire, int keys) {
        if (!place.isAsked(questionnaire)) {
            place.asked.add(questionnaire);
            changed.add(place);
            keyCount += keys;
        }
        return place.place;
    }

    @Override
    public void writeChanges(ChangeWriter changelog) {
        for (KnownPlace known : changed) {
            String unit = known.place.unit();
            byte[] key = row.clear()
                    .text(known.place.hospital())
                    .text(unit == null ? "" : unit)
                    .toBytes();
            row.clear().octet(VERSION);
            known.asked.forEach(questionnaire -> row.text(questionnaire.id()));
            changelog.write(key, row.toBytes());
        }
        changed.clear();
    }

    /** A unit's row may come before its hospital's: compaction leaves rows where they were written last. */
    @Override
    public void restore(byte[] key, byte @Nullable [] value) {
        RowReader reader = new RowReader().of(key);
        byte[] code = reader.text().getBytes(StandardCharsets.US_ASCII);
        byte[] unit = reader.text().getBytes(StandardCharsets.US_ASCII);
        KnownHospital known = hospitals.get(code, 0, code.length);
        String hospitalCode = text(code, 0, code.length);
        KnownHospital hospital = known == null ? enter(hospitalCode, listing(hospitalCode)) : known;
        KnownPlace place = unit.length == 0 ? hospital.whole : hospital.unit(unit, 0, unit.length);
        if (place == null) {
            place = enter(hospital, text(unit, 0, unit.length));
        }
        reader.of(Objects.requireNonNull(value, "rows of known places are never deleted"));
        reader.requireVersion(VERSION, "known places");
        while (reader.hasMore()) {
            byte[] id = reader.text().getBytes(StandardCharsets.UTF_8);
            CompiledQuestionnaire questionnaire = questionnaires.get(id, 0, id.length);
            if (questionnaire != null) {
                asked(
                        place,
                        questionnaire,
                        place == hospital.whole
                                ? wholeKeys(hospital, hospital.listing, questionnaire)
                                : keys(place, questionnaire));
            }
        }
        changed.clear();
    }

    private @Nullable KnownHospital hospital(FlatFeedback flat) {
        return hospitals.get(flat.bytes, flat.hospitalAt, flat.hospitalLength);
    }

    private static String text(byte[] bytes, int offset, int length) {
        return new String(bytes, offset, length, StandardCharsets.US_ASCII);
    }

    private static void require(boolean holds, RejectionReason otherwise) {
        if (!holds) {
            throw new RejectedRecordException(otherwise);
        }
    }
}
