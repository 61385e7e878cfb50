package heed.topology;

import static heed.topology.ResponseBuilder.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Drop;
import heed.schemas.hospital.HospitalDirectory;
import heed.topology.watch.FalseAlarmBudget;
import heed.topology.watch.WatchRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Holds the drops of the whole topology to what an independent implementation made of the same answers.
 *
 * <p>These streams have answers of 0 and 1 in order of time and no retractions, so that they can be said as ratings of a shipped
 * questionnaire: 0 and 10.
 */
class WatchStreamsTest {

    private static final FalseAlarmBudget HALF_A_YEAR = new FalseAlarmBudget(182.5);

    @ParameterizedTest
    @ValueSource(strings = {"clean_iid_50", "drop10_50", "lowvol_3", "overdispersed_50", "recovery_50"})
    void saysTheDropsOfAStreamAsAnIndependentImplementationDoes(String stream) throws IOException {
        // Given
        List<Map<?, ?>> expected = text(stream + ".expected.jsonl")
                .lines()
                .<Map<?, ?>>map(WatchStreamsTest::json)
                .filter(event ->
                        event.get("type").equals("ALARM") || event.get("type").equals("RECOVERED"))
                .toList();
        // The overall measure has half of the budget: 365 days.
        PipelineConfig config = new PipelineConfig(
                TopologyFixture.CONFIG.admit(),
                TopologyFixture.CONFIG.ledger(),
                TopologyFixture.CONFIG.score(),
                new WatchRules(HALF_A_YEAR, HALF_A_YEAR),
                TopologyFixture.CONFIG.league());
        try (var topology = new TopologyFixture(config, HospitalDirectory.of(List.of(), ZoneOffset.UTC))) {

            // When
            List<String> lines = text(stream + ".csv").lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                String[] cells = lines.get(i).split(",", -1);
                topology.receive(aResponse(stream + i)
                        .questionnaire("experience-1")
                        .given(Instant.ofEpochMilli(Long.parseLong(cells[1])))
                        .rated(cells[2].equals("1") ? "10" : "0"));
            }

            // Then
            List<Drop> drops = topology.drops();
            assertThat(drops).hasSameSizeAs(expected);
            for (int i = 0; i < drops.size(); i++) {
                assertSame(drops.get(i), expected.get(i));
            }
        }
    }

    private static void assertSame(Drop drop, Map<?, ?> expected) {
        if (expected.get("type").equals("RECOVERED")) {
            assertThat(drop.getRecoveredAt().toEpochMilli()).isEqualTo(expected.get("at"));
            return;
        }
        assertThat(drop.getOpenedAt().toEpochMilli()).isEqualTo(expected.get("at"));
        assertThat(drop.getSince().toEpochMilli()).isCloseTo((long) expected.get("since"), Offset.offset(1L));
        assertThat(drop.getFalseAlarmDays()).isEqualTo(365);
        assertNear(drop.getEvidence(), expected.get("evidence"));
        assertNear(drop.getResponsesUsed(), expected.get("n_since"));
        assertNear(drop.getScore(), expected.get("score"));
        assertNear(drop.getScoreLow(), expected.get("score_lo"));
        assertNear(drop.getScoreHigh(), expected.get("score_hi"));
        assertNear(drop.getBaseline(), expected.get("baseline"));
        assertNear(drop.getFall(), expected.get("drop"));
        assertNear(drop.getIcc(), expected.get("icc"));
    }

    private static void assertNear(double actual, Object expected) {
        double wanted = ((Number) expected).doubleValue();
        assertThat(actual).isCloseTo(wanted, Offset.offset(1e-9 * Math.max(1, Math.abs(wanted))));
    }

    private static Map<?, ?> json(String line) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(line);
    }

    private static String text(String file) throws IOException {
        try (InputStream in = WatchStreamsTest.class.getResourceAsStream("watch/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
