package heed.topology.league;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * A league as it stood when a comparison began, for another thread to work on.
 *
 * @param measures every measure's hospitals, by code
 * @param versions versions of the measures that have changed since they were told last
 */
record LeagueSnapshot(
        String questionnaire,
        String month,
        NavigableMap<String, NavigableMap<String, HospitalMonth>> measures,
        Map<String, Long> versions) {

    static LeagueSnapshot of(League league) {
        NavigableMap<String, NavigableMap<String, HospitalMonth>> measures = new TreeMap<>();
        Map<String, Long> versions = new HashMap<>();
        league.measures.forEach((name, measure) -> {
            measures.put(name, new TreeMap<>(measure.hospitals));
            if (measure.pending) {
                versions.put(name, measure.version);
            }
        });
        return new LeagueSnapshot(league.questionnaire, league.month, measures, versions);
    }

    /** Returns the arrival of the newest response that any of its months holds, ms. */
    long asOfMs() {
        return measures.values().stream()
                .flatMap(hospitals -> hospitals.values().stream())
                .mapToLong(HospitalMonth::asOfMs)
                .max()
                .orElse(0);
    }
}
