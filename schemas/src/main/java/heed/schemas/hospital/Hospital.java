package heed.schemas.hospital;

import heed.schemas.WatchTime;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Holds what is known of a hospital.
 *
 * @param code ODS code
 * @param name for readers
 * @param zone in which its hours, days, weeks and months begin
 * @param watchTime which time of its responses the watch goes by; empty where nothing is said
 * @param falseAlarmDays mean number of days between false alarms that its overall measure is held to; empty where the
 *     setting for all hospitals holds
 * @param region what it is shown among; empty where nothing is said
 */
public record Hospital(
        String code,
        String name,
        ZoneId zone,
        Optional<WatchTime> watchTime,
        OptionalInt falseAlarmDays,
        Optional<String> region) {

    /** Fewest days between false alarms that a hospital may be held to. */
    public static final int LEAST_FALSE_ALARM_DAYS = 30;

    /** Most days between false alarms that a hospital may be held to: 200 years. */
    public static final int MOST_FALSE_ALARM_DAYS = 73_000;

    public Hospital {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(watchTime, "watchTime");
        Objects.requireNonNull(falseAlarmDays, "falseAlarmDays");
        Objects.requireNonNull(region, "region");
    }

    /** Makes a hospital of which no more is known than its code, name and zone. */
    public Hospital(String code, String name, ZoneId zone) {
        this(code, name, zone, Optional.empty(), OptionalInt.empty(), Optional.empty());
    }
}
