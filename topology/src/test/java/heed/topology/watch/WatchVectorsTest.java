package heed.topology.watch;

import static heed.topology.watch.Vectors.near;
import static heed.topology.watch.Vectors.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Holds the whole watch to what an independent implementation made of the same streams. */
class WatchVectorsTest {

    private static final WatchRule RULE = new WatchRule(365);

    @ParameterizedTest
    @FieldSource("heed.topology.watch.Vectors#STREAMS")
    void makesOfAStreamWhatAnIndependentImplementationMakesOfIt(String name) {
        // Given
        WatchKey key = new WatchKey(RULE);
        Recorded recorded = new Recorded();
        List<Map<?, ?>> expected = Vectors.expected(name);

        // When
        Vectors.stream(name).forEach(line -> line.applyTo(key, recorded));

        // Then
        int events = expected.size() - 1;
        assertThat(recorded.events()).hasSize(events);
        for (int i = 0; i < events; i++) {
            assertSame(described(recorded.events().get(i)), expected.get(i));
        }
        assertSame(described(key.snapshot()), expected.get(events));
    }

    private static void assertSame(Map<String, Object> actual, Map<?, ?> expected) {
        assertThat(actual.keySet()).containsExactlyElementsOf(keys(expected));
        actual.forEach((field, value) -> {
            if (value instanceof Double number) {
                double wanted = number(expected.get(field));
                assertThat(number).as(field).isCloseTo(wanted, near(wanted));
            } else {
                assertThat(value.toString())
                        .as(field)
                        .isEqualTo(expected.get(field).toString());
            }
        });
    }

    private static List<String> keys(Map<?, ?> expected) {
        return expected.keySet().stream()
                .map(Object::toString)
                .filter(key -> !key.equals("key"))
                .toList();
    }

    private static Map<String, Object> described(WatchEvent event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (event instanceof WatchEvent.Learned learned) {
            fields.put("type", "LEARNED");
            fields.put("at", learned.at());
            fields.put("n", learned.n());
            fields.put("baseline", learned.baseline());
            fields.put("icc", learned.icc());
        } else if (event instanceof WatchEvent.Recovered recovered) {
            fields.put("type", "RECOVERED");
            fields.put("at", recovered.at());
            fields.put("R", recovered.recovery());
        } else if (event instanceof WatchEvent.Alarm alarm) {
            fields.put("type", "ALARM");
            fields.put("at", alarm.at());
            fields.put("evidence", alarm.evidence());
            fields.put("evidence_years", alarm.evidenceYears());
            fields.put("tuned_drop", alarm.tunedDrop());
            fields.put("since", alarm.since(ZoneOffset.UTC));
            fields.put("n_since", alarm.nSince());
            fields.put("score", alarm.score());
            fields.put("score_lo", alarm.scoreLow());
            fields.put("score_hi", alarm.scoreHigh());
            fields.put("baseline", alarm.baseline());
            fields.put("drop", alarm.drop());
            fields.put("severity", alarm.severity().name().toLowerCase(Locale.ROOT));
            fields.put("icc", alarm.icc());
        }
        return fields;
    }

    private static Map<String, Object> described(WatchState state) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "STATE");
        fields.put("status", state.status());
        fields.put("baseline_n", state.baselineN());
        fields.put("baseline_days", state.baselineDays());
        fields.put("baseline", state.baseline());
        fields.put("icc", state.icc());
        fields.put("evidence", state.evidence());
        fields.put("recovery", state.recovery());
        fields.put("late", state.late());
        return fields;
    }
}
