package heed.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void areCreatedWithTheRetentionThatTheyPromise() {
        // When // Then
        assertThat(Topics.all())
                .extracting(Topic::name, Topic::config)
                .containsExactly(
                        row("heed.feedback.v1", Map.of("cleanup.policy", "delete", "retention.ms", "-1")),
                        row("heed.scores.v1", Map.of("cleanup.policy", "compact")),
                        row("heed.channels.v1", Map.of("cleanup.policy", "compact")),
                        row("heed.drops.v1", Map.of("cleanup.policy", "compact")),
                        row("heed.rises.v1", Map.of("cleanup.policy", "compact")),
                        row("heed.silences.v1", Map.of("cleanup.policy", "compact")),
                        row("heed.actions.v1", Map.of("cleanup.policy", "delete", "retention.ms", "-1")),
                        row("heed.pulse.v1", Map.of("cleanup.policy", "delete", "retention.ms", "-1")),
                        row("heed.restatements.v1", Map.of("cleanup.policy", "delete", "retention.ms", "-1")),
                        row("heed.months.v1", Map.of("cleanup.policy", "compact")),
                        row("heed.league.v1", Map.of("cleanup.policy", "compact")),
                        row("heed.national.v1", Map.of("cleanup.policy", "compact")),
                        row("heed.standings.v1", Map.of("cleanup.policy", "compact")),
                        row("heed.rejected.v1", thirtyDaysOfTheBrokersClock("delete")),
                        row("heed.comments.v1", thirtyDaysOfTheBrokersClock("compact,delete")));
    }

    @Test
    void haveSubjectsByTopicName() {
        // When // Then
        assertThat(Topics.SCORES.subject()).isEqualTo("heed.scores.v1-value");
    }

    private static Tuple row(String name, Map<String, String> config) {
        return Tuple.tuple(name, config);
    }

    private static Map<String, String> thirtyDaysOfTheBrokersClock(String policy) {
        return Map.of(
                "cleanup.policy", policy, "retention.ms", "2592000000", "message.timestamp.type", "LogAppendTime");
    }
}
