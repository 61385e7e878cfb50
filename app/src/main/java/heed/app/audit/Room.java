package heed.app.audit;

import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.hospital.PlaceLimits;
import heed.schemas.hospital.UnknownHospitals;
import heed.schemas.rejected.RejectionReason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides whether a partition has room for the place of a response. */
final class Room {

    private final PlaceLimits limits;
    private final HospitalDirectory directory;
    private final Map<String, Occupied> known = new HashMap<>();
    private long unlisted;
    private long places;
    private long keys;

    Room(RecountRules rules) {
        this.limits = rules.limits();
        this.directory = rules.hospitals();
    }

    /** The questionnaires that were answered at a hospital and at each of its units. */
    private record Occupied(Set<PointsTable.Questionnaire> whole, Map<String, Set<PointsTable.Questionnaire>> units) {}

    /**
     * Takes in the place of a record that is good but for it. A withdrawal takes in its hospital alone.
     *
     * @throws Admission.RefusedException where there is no room
     */
    void take(Admission.Admitted admitted) {
        String code = admitted.hospital();
        Occupied before = known.get(code);
        boolean isListed = directory.lists(code);
        boolean isNew = before == null;
        Admission.require(
                isListed || limits.unknown() == UnknownHospitals.ACCEPT || (admitted.withdrawn() && !isNew),
                RejectionReason.UNKNOWN_HOSPITAL);
        int newHospitals = isNew && !isListed ? 1 : 0;
        requireRoom(newHospitals, unlisted, limits.hospitals(), RejectionReason.TOO_MANY_HOSPITALS);
        Occupied hospital = before == null ? new Occupied(new HashSet<>(), new HashMap<>()) : before;
        String unit = admitted.withdrawn() ? null : admitted.unit();
        int newUnits = unit == null || hospital.units.containsKey(unit) ? 0 : 1;
        requireRoom(newUnits, hospital.units.size(), limits.units(), RejectionReason.TOO_MANY_UNITS);
        requireRoom(newHospitals + newUnits, places, limits.places(), RejectionReason.TOO_MANY_PLACES);
        int newKeys = admitted.withdrawn()
                ? 0
                : (isListed ? 0 : newKeys(hospital.whole, admitted.questionnaire()))
                        + (unit == null ? 0 : newKeys(hospital.units.get(unit), admitted.questionnaire()));
        requireRoom(newKeys, keys, limits.keys(), RejectionReason.TOO_MANY_KEYS);
        known.put(code, hospital);
        unlisted += newHospitals;
        places += newHospitals + newUnits;
        keys += newKeys;
        if (!admitted.withdrawn()) {
            hospital.whole.add(admitted.questionnaire());
        }
        if (unit != null) {
            hospital.units.computeIfAbsent(unit, each -> new HashSet<>()).add(admitted.questionnaire());
        }
    }

    private static int newKeys(
            @Nullable Set<PointsTable.Questionnaire> answered, PointsTable.Questionnaire questionnaire) {
        return answered != null && answered.contains(questionnaire) ? 0 : questionnaire.watched();
    }

    private static void requireRoom(int more, long taken, int most, RejectionReason otherwise) {
        Admission.require(more == 0 || taken + more <= most, otherwise);
    }
}
