package heed.topology.episode;

import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An episode of one measure.
 *
 * @param beganMs time of the first alarm among those with which there were first too many
 * @param openedMs time of the alarm with which there were first too many
 * @param newestMs time of the newest alarm with which there were too many
 * @param hospitals those with an alarm from the first to the newest
 * @param watched how many hospitals were watched by then
 * @param rate false alarms a day that these are allowed together
 * @param needed fewest hospitals that were too many by then
 * @param asOfMs arrival of the newest response that raised one of the alarms
 */
record FoundEpisode(
        long beganMs,
        long openedMs,
        long newestMs,
        SortedSet<String> hospitals,
        int watched,
        double rate,
        int needed,
        long asOfMs) {

    /** Returns this episode with the alarms of a later window as well, and as it stands with these. */
    FoundEpisode joined(FoundEpisode later) {
        SortedSet<String> both = new TreeSet<>(hospitals);
        both.addAll(later.hospitals);
        return new FoundEpisode(
                beganMs,
                openedMs,
                later.newestMs,
                both,
                later.watched,
                later.rate,
                later.needed,
                Math.max(asOfMs, later.asOfMs));
    }
}
