package heed.schemas.hospital;

import java.util.ArrayList;
import java.util.List;

/**
 * Says how many places a partition may come to know, so that no sender decides how much is kept.
 *
 * <p>Each holds in one partition, since partitions know nothing of each other: together they hold at most as many times
 * what one may, and none refuses before that. What a hospital of the hospitals' file needs as a whole is set aside: it
 * is counted nowhere here.
 *
 * @param unknown what becomes of hospitals that are not in the file
 * @param hospitals most hospitals that are not in the file
 * @param units most units of one hospital
 * @param places most units, of all hospitals, and hospitals that are not in the file
 * @param keys most watched measures of these places
 */
public record PlaceLimits(UnknownHospitals unknown, int hospitals, int units, int places, int keys) {

    /** No limits, for whoever measures or tests something else. */
    public static final PlaceLimits NONE = new PlaceLimits(
            UnknownHospitals.ACCEPT, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** Checks the ranges, and reports all that is wrong. */
    public PlaceLimits {
        List<String> problems = new ArrayList<>();
        requirePositive(problems, "limits.hospitals", hospitals);
        requirePositive(problems, "limits.units", units);
        requirePositive(problems, "limits.places", places);
        requirePositive(problems, "limits.keys", keys);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
    }

    private static void requirePositive(List<String> problems, String key, int value) {
        if (value < 1) {
            problems.add(key + " must be at least 1, was " + value);
        }
    }
}
