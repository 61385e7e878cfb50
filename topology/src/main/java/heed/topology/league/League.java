package heed.topology.league;

import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** One questionnaire's comparisons in one month. */
final class League {

    final String questionnaire;
    final String month;
    final NavigableMap<String, MeasureMonth> measures = new TreeMap<>();

    /** Hospitals that have a row in the topic of standings. */
    final Set<String> standings = new HashSet<>();

    /** Not compared again before then, ms of the wall clock: that decides when a row is said, never what it says. */
    long notBeforeMs = Long.MIN_VALUE;

    League(String questionnaire, String month) {
        this.questionnaire = questionnaire;
        this.month = month;
    }

    MeasureMonth measure(String name) {
        return measures.computeIfAbsent(name, measure -> new MeasureMonth());
    }

    boolean isPending() {
        return measures.values().stream().anyMatch(measure -> measure.pending);
    }
}
