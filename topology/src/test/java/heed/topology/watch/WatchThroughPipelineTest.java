package heed.topology.watch;

import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.ResponseBuilder.aWithdrawal;
import static heed.topology.detect.Vectors.near;
import static heed.topology.detect.Vectors.number;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Baseline;
import heed.schemas.BaselineState;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.UsualFigures;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.PipelineConfig;
import heed.topology.ResponseBuilder;
import heed.topology.TopologyFixture;
import heed.topology.detect.Line;
import heed.topology.detect.Vectors;
import heed.topology.detect.WatchMethod;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Holds the pipeline from end to end to the same streams as the watch alone. Each of their scores (0, .25, .5, .75, 1)
 * is a whole number of basis points, so nothing is lost on the way and all ten can be compared to the last part in a
 * billion.
 */
class WatchThroughPipelineTest {

    private static final Questionnaires QUESTIONNAIRES =
            Questionnaires.shipped().and(List.of(Vectors.questionnaire()));

    @ParameterizedTest
    @FieldSource("heed.topology.detect.Vectors#STREAMS")
    void opensAndClosesTheSameDropsAsAnIndependentImplementation(String name) {
        // Given
        List<Map<?, ?>> expected = Vectors.expected(name).stream()
                .filter(line -> List.of("ALARM", "RECOVERED").contains(line.get("type")))
                .toList();

        // When
        List<Drop> drops = through(Vectors.stream(name), TopologyFixture::drops).stream()
                .filter(WatchThroughPipelineTest::isSaidByOthersToo)
                .toList();

        // Then
        assertThat(drops).hasSameSizeAs(expected);
        for (int i = 0; i < drops.size(); i++) {
            if (expected.get(i).get("type").equals("ALARM")) {
                assertOpened(drops.get(i), expected.get(i));
            } else {
                assertThat(drops.get(i).getEasedAt()).isEqualTo(instant(expected.get(i), "at"));
                assertThat(drops.get(i).getDropId()).isEqualTo(drops.get(i - 1).getDropId());
            }
        }
    }

    /** The detector's recovery eases a drop, or ends it where the score is back too. */
    private static boolean isSaidByOthersToo(Drop drop) {
        return switch (drop.getPhase()) {
            case OPEN, REOPENED, EASED -> true;
            case RECOVERED -> drop.getRecoveredAt().equals(drop.getEasedAt());
            default -> false;
        };
    }

    @ParameterizedTest
    @FieldSource("heed.topology.detect.Vectors#STREAMS")
    void saysThatTheSameIsUsualFromTheSameMomentOnAsAnIndependentImplementation(String name) {
        // Given
        List<Map<?, ?>> expected = Vectors.expected(name).stream()
                .filter(line -> line.get("type").equals("LEARNED"))
                .toList();

        // When
        Map<Instant, Baseline> learned = new TreeMap<>();
        through(Vectors.stream(name), TopologyFixture::baselines).stream()
                .filter(baseline -> baseline.getState() == BaselineState.WATCHED)
                .forEach(baseline -> learned.putIfAbsent(baseline.getSince(), baseline));

        // Then
        assertThat(learned.keySet())
                .containsExactlyElementsOf(
                        expected.stream().map(line -> instant(line, "at")).toList());
        for (Map<?, ?> line : expected) {
            Baseline first = learned.get(instant(line, "at"));
            UsualFigures usual = first.getUsual();
            assertThat(first.getN()).isEqualTo(((Number) line.get("n")).longValue());
            assertThat(usual.getScore()).isCloseTo(number(line.get("baseline")), near(1));
            assertThat(usual.getScore()).isStrictlyBetween(usual.getScoreLow(), usual.getScoreHigh());
            assertThat(usual.getIcc()).isCloseTo(number(line.get("icc")), near(1));
            assertThat(first.getFalseAlarmDays()).isEqualTo(365);
        }
    }

    private static void assertOpened(Drop drop, Map<?, ?> alarm) {
        assertThat(drop.getState()).isEqualTo(DropState.OPEN);
        boolean again = drop.getPhase() == DropPhase.REOPENED;
        assertThat(again ? drop.getReopenedAt() : drop.getOpenedAt()).isEqualTo(instant(alarm, "at"));
        assertThat(drop.getSince()).isEqualTo(instant(alarm, "since"));
        assertThat(drop.getFalseAlarmDays()).isEqualTo(365);
        assertThat(drop.getTrail()).isNotEmpty().hasSizeLessThanOrEqualTo(60);
        assertThat(drop.getTrail().get(drop.getTrail().size() - 1).getEvidence())
                .isCloseTo(drop.getEvidence(), near(1));
        Map<String, Double> values = Map.of(
                "evidence", drop.getEvidence(),
                "evidence_years", drop.getEvidenceYears(),
                "tuned_drop", drop.getTunedFall(),
                "n_since", drop.getResponsesUsed(),
                "score", drop.getScore(),
                "score_lo", drop.getScoreLow(),
                "score_hi", drop.getScoreHigh(),
                "icc", drop.getIcc());
        values.forEach((field, value) ->
                assertThat(value).as(field).isCloseTo(number(alarm.get(field)), near(number(alarm.get(field)))));
        assertThat(drop.getFall()).isCloseTo(drop.getBaseline() - drop.getScore(), near(1));
        if (!again) {
            assertThat(drop.getBaseline()).isCloseTo(number(alarm.get("baseline")), near(1));
            assertThat(drop.getSeverity().name().toLowerCase(Locale.ROOT)).isEqualTo(alarm.get("severity"));
        }
    }

    private static Instant instant(Map<?, ?> line, String field) {
        return Instant.ofEpochMilli(((Number) line.get(field)).longValue());
    }

    /** Sends a response per answer, a withdrawal per retraction, in their order. */
    private static <T> List<T> through(List<Line> lines, Function<TopologyFixture, List<T>> said) {
        PipelineConfig usual = TopologyFixture.CONFIG;
        var config = new PipelineConfig(
                usual.admit(),
                usual.ledger(),
                usual.score(),
                new WatchRules(365, 365, 365, Map.of(), Map.of(), WatchMethod.WATCH_1),
                usual.watchTime(),
                usual.silence(),
                usual.league(),
                usual.episode());
        Map<Line, Deque<String>> sent = new HashMap<>();
        Instant arrivalMs = Instant.EPOCH;
        try (var pipeline =
                new TopologyFixture(config, QUESTIONNAIRES, HospitalDirectory.of(List.of(), ZoneOffset.UTC))) {
            for (int i = 0; i < lines.size(); i++) {
                Line line = lines.get(i);
                Instant given = Instant.ofEpochMilli(line.atMs());
                arrivalMs = given.isAfter(arrivalMs) ? given : arrivalMs;
                pipeline.receive(response(line, "r" + i, sent).given(given).arrived(arrivalMs));
            }
            return said.apply(pipeline);
        }
    }

    private static ResponseBuilder response(Line line, String id, Map<Line, Deque<String>> sent) {
        if (line.kind() == Line.Kind.RETRACTION) {
            Deque<String> same = sent.getOrDefault(line.answered(), new ArrayDeque<>());
            return aWithdrawal(same.isEmpty() ? id : same.pop()).questionnaire("fifths-1");
        }
        sent.computeIfAbsent(line, each -> new ArrayDeque<>()).push(id);
        return aResponse(id).questionnaire("fifths-1").answer("overall", "p" + line.basisPoints());
    }
}
