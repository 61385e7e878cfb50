package heed.topology.detect;

import static heed.topology.detect.Vectors.near;
import static heed.topology.detect.Vectors.number;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Holds the whole watch to what an independent implementation made of the same streams. */
class WatchVectorsTest {

    private static final WatchRule RULE = new WatchRule(365);

    @ParameterizedTest
    @FieldSource("heed.topology.detect.Vectors#STREAMS")
    void makesOfAStreamByWatch1WhatAnIndependentImplementationMakesOfIt(String name) {
        // When
        List<Map<String, Object>> lines = judged(name, RULE.by(WatchMethod.WATCH_1));

        // Then
        assertExpected(name, lines);
    }

    @ParameterizedTest
    @FieldSource("heed.topology.detect.Vectors#STREAMS_OF_WATCH_2")
    void makesTheSameOfAStreamByWatch2AsAnIndependentImplementation(String name) {
        // When
        List<Map<String, Object>> lines = judged(name, RULE.by(WatchMethod.WATCH_2));

        // Then
        assertExpected(name, lines);
    }

    private static List<Map<String, Object>> judged(String name, WatchRule rule) {
        List<Map<String, Object>> lines = new ArrayList<>();
        WatchHistory history = new WatchHistory(rule, ZoneOffset.UTC, lines::add);
        Vectors.stream(name).forEach(line -> line.applyTo(history));
        history.sayStates();
        return lines;
    }

    private static void assertExpected(String name, List<Map<String, Object>> lines) {
        List<Map<?, ?>> expected = Vectors.expected(name);
        assertThat(lines).hasSameSizeAs(expected);
        for (int i = 0; i < lines.size(); i++) {
            assertSame(lines.get(i), expected.get(i));
        }
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
        return expected.keySet().stream().map(Object::toString).toList();
    }
}
