package heed.topology.admit;

import heed.schemas.hospital.PlaceLimits;
import java.time.Duration;

/**
 * Settings of the admit step.
 *
 * @param lateness how long before its arrival a response may have been given
 * @param registryPatience how long to wait for the registry over an unknown schema id before the task is started again
 * @param places how many places may send
 */
public record AdmitRules(Duration lateness, Duration registryPatience, PlaceLimits places) {

    /** How far a response may be dated after its arrival: clocks differ a little. */
    public static final Duration AHEAD = Duration.ofHours(1);

    /** Checks the ranges. */
    public AdmitRules {
        if (lateness.isNegative() || lateness.isZero() || lateness.compareTo(Duration.ofDays(365)) > 0) {
            throw new IllegalArgumentException("pipeline.lateness must be above 0 and at most 365d, was " + lateness);
        }
    }
}
