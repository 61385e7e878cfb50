package heed.topology.watch;

import heed.schemas.WatchTime;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.topology.response.Answers;
import java.util.HashMap;
import java.util.Map;

/**
 * Says which time of a response the watch goes by at each hospital.
 *
 * <p>By the time given, an answer that comes more than two days after newer ones is too late for the watch. A hospital
 * that asks by post has no others; by arrival all of them are seen, and a drop is dated by when its answers came in.
 */
public final class WatchTimes {

    private final WatchTime usual;
    private final Map<String, WatchTime> hospitals = new HashMap<>();

    /** Goes by what the directory says of a hospital, else by {@code usual}. */
    public WatchTimes(HospitalDirectory directory, WatchTime usual) {
        this.usual = usual;
        for (Hospital hospital : directory.listed()) {
            hospital.watchTime().ifPresent(time -> hospitals.put(hospital.code(), time));
        }
    }

    /** Returns which time a hospital is watched by. */
    WatchTime of(String hospital) {
        return hospitals.getOrDefault(hospital, usual);
    }

    /** Returns the time of a response that its hospital is watched by, ms. */
    long atMs(Answers answers) {
        return of(answers.place().hospital()) == WatchTime.ARRIVAL ? answers.arrivalMs() : answers.givenAtMs();
    }
}
