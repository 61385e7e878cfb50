package heed.topology.league;

import static heed.topology.ResponseBuilder.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import heed.schemas.Standing;
import heed.schemas.topic.Topics;
import heed.topology.TopologyFixture;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Places over all measures as a reader of the topic sees them. */
class StandingsTest {

    private static final String[] QUESTIONS = {"dignity", "information", "involvement", "support"};

    private final TopologyFixture pipeline = new TopologyFixture();

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void overAllMeasuresTheTopFifthsLessTheBottomFifthsRank() {
        // Given
        // Five hospitals from best to worst in everything, but that B and D change places in support.
        experience("A", 50, 50);
        experience("B", 40, 20);
        experience("C", 30, 30);
        experience("D", 20, 40);
        experience("E", 10, 10);

        // When
        Map<String, Standing> standings = pipeline.compare().latest(Topics.STANDINGS);

        // Then
        assertThat(standings.values())
                .extracting(
                        Standing::getHospital,
                        Standing::getTop,
                        Standing::getBottom,
                        Standing::getNet,
                        Standing::getMeasures,
                        Standing::getRank,
                        Standing::getHospitals)
                .containsExactly(
                        tuple("A", 4, 0, 4, 4, 1, 5),
                        tuple("B", 0, 0, 0, 4, 2, 5),
                        tuple("C", 0, 0, 0, 4, 2, 5),
                        tuple("D", 0, 0, 0, 4, 2, 5),
                        tuple("E", 0, 4, -4, 4, 5, 5));
        assertThat(standings).containsKey("experience-1|2026-06|A");
        assertThat(standings.get("experience-1|2026-06|A").getRankHigh()).isEqualTo(1);
    }

    @Test
    void aHospitalThatFewMeasuresRankHasNoPlaceOverAll() {
        // Given
        for (String hospital : new String[] {"A", "B", "C", "D", "E"}) {
            experience(hospital, 40, 40);
        }
        for (int i = 0; i < 60; i++) {
            pipeline.receive(
                    aResponse("F-" + i).at("F").questionnaire("experience-1").answer("dignity", "yes_always"));
            pipeline.receive(aResponse("G-" + i)
                    .at("G")
                    .questionnaire("experience-1")
                    .answer("dignity", "yes_always")
                    .answer("support", "yes_always"));
        }

        // When
        Map<String, Standing> standings = pipeline.compare().latest(Topics.STANDINGS);

        // Then
        // F is ranked in one measure of four, G in two
        assertThat(standings.values()).extracting(Standing::getHospital).containsExactly("A", "B", "C", "D", "E", "G");
        assertThat(standings.get("experience-1|2026-06|G").getMeasures()).isEqualTo(2);
    }

    /** Sixty answers; {@code positive} of them say yes to every question but support, where {@code supported} do. */
    private void experience(String hospital, int positive, int supported) {
        for (int i = 0; i < 60; i++) {
            var response = aResponse(hospital + "-" + i).at(hospital).questionnaire("experience-1");
            for (String question : QUESTIONS) {
                boolean yes = i < (question.equals("support") ? supported : positive);
                response.answer(question, yes ? "yes_always" : "no");
            }
            pipeline.receive(response);
        }
    }
}
