package heed.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.National;
import heed.schemas.Score;
import heed.schemas.key.LeagueKey;
import heed.schemas.topic.Topics;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells whether hospitals have been compared by the newest scores there are. */
final class Leagues {

    private final CommittedTopics topics;

    Leagues(CommittedTopics topics) {
        this.topics = topics;
    }

    /** What a comparison says of the months that it was made from. */
    private record State(long restatements, Instant asOf, boolean isFinal) {}

    /** Passes once every national row is of the newest months. */
    void assertCurrent() {
        Map<String, Score> months = topics.newest(Topics.MONTHS);
        Map<String, List<Score>> leagues = months.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> league(entry.getKey()),
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        Map<String, State> expected = new TreeMap<>();
        leagues.forEach((name, scores) -> {
            if (scores.stream().anyMatch(score -> score.getN() >= 21)) {
                expected.put(name, state(scores));
            }
        });
        Map<String, State> told = new TreeMap<>();
        topics.newest(Topics.NATIONAL).forEach((name, national) -> told.put(name, state(national)));
        assertThat(told).isEqualTo(expected);
    }

    private static String league(String key) {
        return LeagueKey.parse(key).comparison().text();
    }

    private static State state(List<Score> scores) {
        return new State(
                scores.stream().mapToLong(Score::getRestatements).sum(),
                scores.stream()
                        .map(Score::getAsOf)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                scores.stream().allMatch(Score::getFinal$));
    }

    private static State state(National national) {
        return new State(national.getRestatements(), national.getAsOf(), national.getFinal$());
    }
}
