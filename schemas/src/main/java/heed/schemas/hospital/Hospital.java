package heed.schemas.hospital;

import java.time.ZoneId;

/** Holds a hospital's code, its name, and the zone in which its hours, days, weeks and months begin. */
public record Hospital(String code, String name, ZoneId zone) {}
