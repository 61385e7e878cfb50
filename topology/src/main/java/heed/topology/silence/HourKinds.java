package heed.topology.silence;

import heed.topology.time.ZoneCalendar;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Finds the hours that are like one, once for all places of a zone: they are asked for place after place. */
final class HourKinds {

    private final Map<ZoneId, Found> byZone = new HashMap<>();

    LikeHours like(ZoneCalendar calendar, long hour) {
        Found found = byZone.get(calendar.zone());
        if (found == null || found.hour != hour) {
            found = new Found(hour, LikeHours.of(calendar, hour));
            byZone.put(calendar.zone(), found);
        }
        return found.like;
    }

    private record Found(long hour, LikeHours like) {}
}
