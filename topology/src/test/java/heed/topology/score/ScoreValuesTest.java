package heed.topology.score;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.MeasureGroup;
import heed.topology.response.Place;
import heed.topology.response.Places;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

class ScoreValuesTest {

    private static final long LATEST_MS = 4_000_000_000_000L;

    private final Serializer<Score> serializer =
            new AvroSerdes(new MemorySchemaRegistry()).of(Topics.SCORES).serializer();
    private final Minimums minimums = new Minimums(5, 21);
    private final ScoreRecords records = new ScoreRecords(minimums);
    private final ScoreValues scores = new ScoreValues(records, minimums, serializer);
    private final Places places = new Places(HospitalDirectory.empty());
    private final MeasureGroup group = new MeasureCatalogue(Questionnaires.shipped())
            .byName("fft-2020.positive")
            .group();

    @Property
    void aScoreHasTheBytesOfItsRecord(
            @ForAll boolean ofUnit,
            @ForAll Window window,
            @ForAll @LongRange(max = LATEST_MS) long atMs,
            @ForAll @IntRange(max = 40) int answers,
            @ForAll @IntRange(max = 10_000) int points,
            @ForAll @IntRange(max = 3) int restatements,
            @ForAll boolean isFinal) {
        // Given
        PaneRow pane = pane(ofUnit ? "W1" : null, window, atMs);
        for (int i = 0; i < answers; i++) {
            pane.add(0, 1, i % 2 == 0 ? points : 10_000 - points, atMs + i);
        }
        pane.restore(0, restatements);
        if (pane.hasDays()) {
            pane.setDays(0, answers, (long) answers * answers, (long) points * points);
        }
        long closedThroughMs = pane.span.endMs() - (isFinal ? 0 : 1);
        records.turnTo(pane);

        // When
        byte[] bytes = scores.of(0, closedThroughMs);

        // Then
        assertThat(bytes).isEqualTo(serializer.serialize(Topics.SCORES.name(), records.score(0, closedThroughMs)));
    }

    private PaneRow pane(@Nullable String unit, Window window, long atMs) {
        Place place = places.of("H1", unit);
        return new PaneRow(place, group, window, place.calendar().span(window, atMs));
    }
}
