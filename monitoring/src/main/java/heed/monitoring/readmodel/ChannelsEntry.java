package heed.monitoring.readmodel;

import heed.schemas.ChannelDay;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.ChannelKey;
import heed.schemas.reader.Route;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Gathers how hospitals' answers came in, in any order. Bounded: of each questionnaire the {@link #DAYS_KEPT} days up
 * to its newest, enough for those of a current score and as many before them.
 */
final class ChannelsEntry implements ModelEntry {

    static final int DAYS_KEPT = 2 * RecentDays.SCORE;

    private final Disclosure disclosure;
    private final Map<String, Map<String, NavigableMap<LocalDate, Channels.Day>>> days = new HashMap<>();
    private final Map<String, Channels> frozen = new HashMap<>();
    private final Set<String> touched = new HashSet<>();
    private boolean cleared;
    private HospitalChannels part;

    ChannelsEntry(Disclosure disclosure) {
        this.disclosure = disclosure;
        this.part = new HospitalChannels(frozen, new Channels(List.of(), disclosure));
    }

    @Override
    public List<Route<?>> routes() {
        return List.of(new Route<>(Topics.CHANNELS, this::put, key -> remove(ChannelKey.parse(key))));
    }

    /**
     * Takes in a day, in place of an earlier record of it.
     *
     * @throws IllegalArgumentException where no answers can have its sums
     */
    private void put(ChannelDay record) {
        if (!disclosure.takesChannels()) {
            return;
        }
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

    private void remove(ChannelKey key) {
        boolean removed = days.getOrDefault(key.hospital(), Map.of())
                .getOrDefault(key.questionnaire(), new TreeMap<>())
                .values()
                .removeIf(day -> day.start().equals(key.start()));
        if (removed) {
            touched.add(key.hospital());
        }
    }

    @Override
    public void clear() {
        days.clear();
        frozen.clear();
        touched.clear();
        cleared = true;
    }

    @Override
    public boolean freeze(Instant now) {
        boolean differs = cleared || !touched.isEmpty();
        if (differs) {
            touched.forEach(this::freezeOf);
            touched.clear();
            cleared = false;
            part = new HospitalChannels(frozen, part.none());
        }
        return differs;
    }

    private void freezeOf(String hospital) {
        List<Channels.Day> kept = days.getOrDefault(hospital, Map.of()).values().stream()
                .flatMap(ofQuestionnaire -> ofQuestionnaire.values().stream())
                .toList();
        if (kept.isEmpty()) {
            frozen.remove(hospital);
        } else {
            frozen.put(hospital, new Channels(kept, disclosure));
        }
    }

    @Override
    public HospitalChannels part() {
        return part;
    }
}
