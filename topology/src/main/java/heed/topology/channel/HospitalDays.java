package heed.topology.channel;

import heed.schemas.Window;
import heed.topology.response.MeasureGroup;
import heed.topology.response.Place;
import heed.topology.time.ZoneCalendar.Span;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The days of one questionnaire at one hospital. The day used last is tried first: responses come nearly in order. */
final class HospitalDays {

    private final NavigableMap<Long, DayRow> byStart = new TreeMap<>();
    private @Nullable DayRow recent;

    /** Returns the day that {@code instantMs} falls into, a new one where there is none. */
    DayRow at(Place hospital, MeasureGroup group, long instantMs) {
        DayRow found = recent;
        if (found == null || !found.day.contains(instantMs)) {
            found = find(hospital, group, instantMs);
            recent = found;
        }
        return found;
    }

    private DayRow find(Place hospital, MeasureGroup group, long instantMs) {
        Map.Entry<Long, DayRow> near = byStart.floorEntry(instantMs);
        if (near != null && near.getValue().day.contains(instantMs)) {
            return near.getValue();
        }
        Span day = hospital.calendar().span(Window.DAY, instantMs);
        return byStart.computeIfAbsent(day.startMs(), startMs -> new DayRow(hospital, group, day));
    }

    /** Puts a day in the place of what is known of it. */
    void put(DayRow row) {
        byStart.put(row.day.startMs(), row);
        recent = null;
    }

    void remove(long startMs) {
        byStart.remove(startMs);
        recent = null;
    }

    /** Forgets the days that meet a condition; each is tested once. */
    void removeIf(Predicate<DayRow> condition) {
        if (byStart.values().removeIf(condition)) {
            recent = null;
        }
    }
}
