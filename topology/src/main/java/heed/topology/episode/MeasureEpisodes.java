package heed.topology.episode;

import heed.topology.time.UtcDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds the episodes of one measure in the alarms of all hospitals: the whole of them anew, so that no order of arrival
 * matters.
 *
 * <p>An alarm has too many beside it where, with it, at least {@link EpisodeRules#needed} hospitals have one within the
 * window that ends with it. Such alarms belong to one episode as long as none is further from the one before than the
 * window is long.
 */
final class MeasureEpisodes {

    private static final long WINDOW_MS = EpisodeRules.WINDOW_DAYS * UtcDay.MS;

    private final EpisodeRules rules;
    private final List<Raised> alarms = new ArrayList<>();
    private final List<Allowed> budgets = new ArrayList<>();
    private final List<FoundEpisode> found = new ArrayList<>();

    /** One hospital's alarm. */
    private record Raised(String hospital, long atMs, long asOfMs) {}

    /** What all lines are allowed together that are watched since a time or longer. */
    private record Allowed(long sinceMs, double rate) {}

    private MeasureEpisodes(EpisodeRules rules, NavigableMap<String, WatchedLine> lines) {
        this.rules = rules;
        lines.forEach((hospital, line) ->
                line.alarms().forEach(each -> alarms.add(new Raised(hospital, each.atMs(), each.asOfMs()))));
        alarms.sort(Comparator.comparingLong(Raised::atMs).thenComparing(Raised::hospital));
        allow(lines);
    }

    /** Returns the episodes, the oldest first; {@code lines} are the hospitals' by their code. */
    static List<FoundEpisode> in(NavigableMap<String, WatchedLine> lines, EpisodeRules rules) {
        return new MeasureEpisodes(rules, lines).find();
    }

    private void allow(NavigableMap<String, WatchedLine> lines) {
        List<WatchedLine> watched = new ArrayList<>(lines.values());
        watched.sort(Comparator.comparingLong(WatchedLine::sinceMs));
        double rate = 0;
        for (WatchedLine line : watched) {
            rate += line.rate();
            budgets.add(new Allowed(line.sinceMs(), rate));
        }
    }

    private List<FoundEpisode> find() {
        Map<String, Integer> within = new HashMap<>();
        int oldest = 0;
        int watched = 0;
        int needed = 0;
        for (int i = 0; i < alarms.size(); i++) {
            Raised alarm = alarms.get(i);
            while (alarms.get(oldest).atMs <= alarm.atMs - WINDOW_MS) {
                within.computeIfPresent(alarms.get(oldest).hospital, (code, n) -> n == 1 ? null : n - 1);
                oldest++;
            }
            within.merge(alarm.hospital, 1, Integer::sum);
            int before = watched;
            while (watched < budgets.size() && budgets.get(watched).sinceMs <= alarm.atMs) {
                watched++;
            }
            needed = watched == before ? needed : rules.needed(rate(watched));
            if (within.size() >= needed) {
                add(i, oldest, watched, needed);
            }
        }
        return found;
    }

    private double rate(int watched) {
        return budgets.get(watched - 1).rate;
    }

    /** Takes the alarms of a window in, as a new episode or as more of the newest one. */
    private void add(int newest, int oldest, int watched, int needed) {
        SortedSet<String> hospitals = new TreeSet<>();
        long asOfMs = 0;
        for (Raised alarm : alarms.subList(oldest, newest + 1)) {
            hospitals.add(alarm.hospital);
            asOfMs = Math.max(asOfMs, alarm.asOfMs);
        }
        long atMs = alarms.get(newest).atMs;
        FoundEpisode window = new FoundEpisode(
                alarms.get(oldest).atMs, atMs, atMs, hospitals, watched, rate(watched), needed, asOfMs);
        int last = found.size() - 1;
        if (last >= 0 && atMs - found.get(last).newestMs() <= WINDOW_MS) {
            found.set(last, found.get(last).joined(window));
        } else {
            found.add(window);
        }
    }
}
