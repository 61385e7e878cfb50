package heed.monitoring.readmodel;

import heed.schemas.ChannelDay;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.ChannelKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Gathers how hospitals' answers came in, in any order. Bounded: of each questionnaire the {@link #DAYS_KEPT} days up to its newest,
 * enough for those of a current score and as many before them.
 */
final class ChannelsState {

    static final int DAYS_KEPT = 2 * RecentDays.SCORE;

    private final Disclosure disclosure;
    private final Map<String, Map<String, NavigableMap<LocalDate, Channels.Day>>> days = new HashMap<>();
    private final Set<String> touched = new HashSet<>();

    ChannelsState(Disclosure disclosure) {
        this.disclosure = disclosure;
    }

    /**
     * Takes in a day, in place of an earlier record of it.
     *
     * @throws IllegalArgumentException where no answers can have its sums
     */
    void put(ChannelDay record) {
        Channels.Day day = Channels.Day.of(record);
        NavigableMap<LocalDate, Channels.Day> ofQuestionnaire = days.computeIfAbsent(
                        record.getHospital(), code -> new HashMap<>())
                .computeIfAbsent(record.getQuestionnaire(), code -> new TreeMap<>());
        ofQuestionnaire.put(day.date(), day);
        ofQuestionnaire
                .headMap(ofQuestionnaire.lastKey().minusDays(DAYS_KEPT - 1L))
                .clear();
        touched.add(record.getHospital());
    }

    void remove(ChannelKey key) {
        days.getOrDefault(key.hospital(), Map.of())
                .getOrDefault(key.questionnaire(), new TreeMap<>())
                .values()
                .removeIf(day -> day.start().equals(key.start()));
        touched.add(key.hospital());
    }

    void clear() {
        days.clear();
        touched.clear();
    }

    /** Hands over the channels of every hospital that has changed since the last call. */
    void freeze(BiConsumer<String, Channels> action) {
        touched.forEach(code -> action.accept(code, of(code)));
        touched.clear();
    }

    /** Returns the channels of a hospital as they are now. */
    Channels of(String hospital) {
        return new Channels(
                days.getOrDefault(hospital, Map.of()).values().stream()
                        .map(Map::values)
                        .flatMap(Collection::stream)
                        .toList(),
                disclosure);
    }
}
