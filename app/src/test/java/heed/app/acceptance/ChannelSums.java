package heed.app.acceptance;

import heed.schemas.ChannelDay;
import heed.schemas.ChannelTally;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.key.ScoreKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Holds the channels of every day against the scores of that day: all channels taken together must come to them. */
public final class ChannelSums {

    private ChannelSums() {}

    /** Returns, in words, each day and measure where they do not. */
    public static List<String> differences(CommittedTopics topics) {
        Map<String, Sums> added = added(topics);
        Map<String, Sums> scored = scored(topics);
        Set<String> keys = new TreeSet<>(scored.keySet());
        keys.addAll(added.keySet());
        List<String> differences = new ArrayList<>();
        for (String key : keys) {
            if (!added.getOrDefault(key, Sums.NOTHING).equals(scored.getOrDefault(key, Sums.NOTHING))) {
                differences.add(key + ": channels " + added.get(key) + ", score " + scored.get(key));
            }
        }
        return differences;
    }

    private static Map<String, Sums> added(CommittedTopics topics) {
        Map<String, Sums> added = new TreeMap<>();
        for (ChannelDay day : topics.newest(Topics.CHANNELS).values()) {
            for (ChannelTally tally : day.getTallies()) {
                added.merge(
                        new ScoreKey(
                                        new SeriesKey(day.getHospital(), null, tally.getMeasure()),
                                        Window.DAY,
                                        day.getStart())
                                .text(),
                        new Sums(tally.getN(), tally.getSum(), tally.getSumOfSquares()),
                        Sums::plus);
            }
        }
        return added;
    }

    private static Map<String, Sums> scored(CommittedTopics topics) {
        Map<String, Sums> scored = new TreeMap<>();
        for (Score score : topics.scores().values()) {
            if (score.getWindow() == Window.DAY && score.getUnit() == null) {
                scored.put(ScoreKey.of(score).text(), new Sums(score.getN(), score.getSum(), score.getSumOfSquares()));
            }
        }
        return scored;
    }

    /** Sums that may be wrong: not even counts below zero are refused. */
    private record Sums(long n, long sum, long squares) {

        private static final Sums NOTHING = new Sums(0, 0, 0);

        private Sums plus(Sums other) {
            return new Sums(n + other.n, sum + other.sum, squares + other.squares);
        }
    }
}
