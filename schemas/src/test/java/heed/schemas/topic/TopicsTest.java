package heed.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicsTest {

    /** What may become of a topic's records: whoever adds a topic takes one of these, and says which in the table. */
    private static final List<Map<String, String>> RETENTIONS = List.of(
            Map.of("cleanup.policy", "compact"),
            Map.of("cleanup.policy", "delete", "retention.ms", "-1"),
            thirtyDaysOfTheBrokersClock("delete"),
            thirtyDaysOfTheBrokersClock("compact,delete"),
            daysAndCompactedWithinHours("2592000000"),
            daysAndCompactedWithinHours("5184000000"));

    @Test
    void loseNothingByTheAgeOfWhatItTells() {
        // When // Then
        assertThat(Topics.all())
                .allSatisfy(topic -> assertThat(topic.config()).as(topic.name()).isIn(RETENTIONS));
    }

    @Test
    void keepTheLogForEver() {
        // When // Then
        assertThat(Topics.FEEDBACK.config()).isEqualTo(Map.of("cleanup.policy", "delete", "retention.ms", "-1"));
    }

    @Test
    void areAllListedEachUnderANameOfItsOwn() {
        // Given
        List<Object> declared = Arrays.stream(Topics.class.getDeclaredFields())
                .filter(field -> field.getType() == Topic.class && Modifier.isPublic(field.getModifiers()))
                .map(TopicsTest::value)
                .toList();

        // When // Then
        assertThat(declared).isNotEmpty();
        assertThat(List.<Object>copyOf(Topics.all())).containsExactlyInAnyOrderElementsOf(declared);
        assertThat(Topics.all())
                .extracting(Topic::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("heed\\.[a-z]+\\.v1"));
    }

    @Test
    void haveSubjectsByTopicName() {
        // When // Then
        assertThat(Topics.SCORES.subject()).isEqualTo("heed.scores.v1-value");
    }

    private static Object value(Field field) {
        try {
            return field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private static Map<String, String> thirtyDaysOfTheBrokersClock(String policy) {
        return Map.of(
                "cleanup.policy", policy, "retention.ms", "2592000000", "message.timestamp.type", "LogAppendTime");
    }

    private static Map<String, String> daysAndCompactedWithinHours(String retention) {
        Map<String, String> config = new HashMap<>(thirtyDaysOfTheBrokersClock("compact,delete"));
        config.put("retention.ms", retention);
        config.put("segment.ms", "3600000");
        config.put("max.compaction.lag.ms", "3600000");
        return config;
    }
}
