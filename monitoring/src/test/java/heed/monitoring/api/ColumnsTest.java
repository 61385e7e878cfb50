package heed.monitoring.api;

import static heed.monitoring.ActionFixture.anAct;
import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.ScoreFixture.aDay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import heed.monitoring.Simulated;
import heed.monitoring.readmodel.Handling;
import heed.monitoring.readmodel.Hospitals;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.view.Names;
import heed.schemas.ActionKind;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.LeagueRow;
import heed.schemas.Score;
import heed.schemas.disclosure.Reading;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.record.RecordCopy;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ColumnsTest {

    private static Map<String, Object> told(Score score) {
        ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
        model.put(score);
        model.publish();
        Reading reading = model.snapshot()
                .part(Hospitals.class)
                .byCode()
                .get("H1")
                .whole("fft-2020.positive")
                .orElseThrow()
                .over(Simulated.TODAY, 1);
        return new Columns<Reading>().addReading("", Optional::of).of(reading);
    }

    @Test
    void tellsAScoreUnroundedAndAsThePageRoundsIt() {
        // When // Then
        // 12.5% is 13 on the page
        assertThat(told(aDay(Simulated.TODAY).positive(5, 40)))
                .contains(entry("n", 40L), entry("suppressed", false), entry("score", 0.125), entry("percent", 13))
                .containsKeys("low", "high")
                .doesNotContainKey("minimum");
    }

    @Test
    void keepsFewAnswersToItselfDownToTheirNumber() {
        // When // Then
        assertThat(told(aDay(Simulated.TODAY).positive(8, 9)))
                .containsExactly(entry("suppressed", true), entry("minimum", 10));
    }

    @Test
    void tellsNoResponsesAndAScoreOfZeroApart() {
        // When // Then
        assertThat(told(aDay(Simulated.TODAY).positive(0, 0)))
                .containsExactly(entry("n", 0L), entry("suppressed", false));
        assertThat(told(aDay(Simulated.TODAY).positive(0, 12))).contains(entry("n", 12L), entry("score", 0.0));
    }

    @Test
    void tellsNothingWithoutAReading() {
        // When // Then
        assertThat(new Columns<Integer>()
                        .addReading("month_", each -> Optional.empty())
                        .of(1))
                .isEmpty();
    }

    @Test
    void laysAContractOutUnderItsOwnNames() {
        // Given
        Contracts contracts = new Contracts(new Names(Simulated.directory(), Questionnaires.shipped()));
        Drop drop = aDrop().at("SIM-A").open();
        ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
        model.put(drop);
        model.put(anAct(ActionKind.ASSIGNED)
                .with(act -> act.setHospital("SIM-A"))
                .to("Ward W2")
                .build());
        model.publish();

        // When // Then
        assertThat(contracts.drop(drop, model.snapshot(), hospital -> Optional.empty()))
                .contains(
                        entry("drop_id", "0b5a3b5e-6f3f-5d0c-9d0a-111111111111"),
                        entry("state", DropState.OPEN),
                        entry("opened_at", Instant.parse("2026-02-24T10:41:00Z")),
                        entry("score_low", 0.712),
                        entry("hospital_name", "Ashcombe General"),
                        entry("measure_title", "Rated very good or good"),
                        entry("stage", Handling.Stage.ASSIGNED),
                        entry("stage_by", "Sister Evans"),
                        entry("stage_at", Instant.parse("2026-02-25T09:00:00Z")),
                        entry("assignee", "Ward W2"))
                .doesNotContainKeys("unit", "recovered_at", "trail", "mix");
    }

    @Test
    void tellsHowADropIsNowOnlyWhereThatIsKnown() {
        // Given
        Contracts contracts = new Contracts(new Names(Simulated.directory(), Questionnaires.shipped()));
        Drop drop = aDrop().at("SIM-A").open();
        ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
        model.publish();

        // When
        var known = contracts.drop(drop, model.snapshot(), hospital -> Optional.empty());
        var lost =
                contracts.drop(drop, model.snapshot(), hospital -> Optional.of(Instant.parse("2026-03-01T12:00:00Z")));

        // Then
        assertThat(known).contains(entry("now_n", 0L), entry("now_suppressed", false));
        assertThat(lost).doesNotContainKeys("now_n", "now_suppressed", "now_minimum", "now_score");
    }

    @Test
    void makesSharesOfBasisPoints() {
        // Given
        Snapshot snapshot = new ReadModel(Clock.systemUTC(), Simulated.STAFF).snapshot();

        // When
        var national = aLeague("fft-2020.positive", "2026-03").row("H1", 1, 3).national();

        // Then
        assertThat(Contracts.national(national, snapshot))
                .contains(entry("score", 0.3333), entry("n", 3L), entry("tau2", 0.0004));
    }

    @Test
    void leavesOutWhatARowOfAComparisonDoesNotSay() {
        // Given
        LeagueRow says = aLeague("fft-2020.positive", "2026-03")
                .row("H1", 90, 100)
                .rows()
                .get(0);
        LeagueRow saysLess =
                RecordCopy.of(says, LeagueRow.newBuilder()).setEffectiveN(0).build();
        Contracts contracts = new Contracts(new Names(Simulated.directory(), Questionnaires.shipped()));
        Snapshot snapshot = new ReadModel(Clock.systemUTC(), Simulated.STAFF).snapshot();

        // When
        var told = contracts.places(List.of(says), snapshot).rows().get(0);
        var toldLess = contracts.places(List.of(saysLess), snapshot).rows().get(0);

        // Then
        assertThat(told).containsKeys("n", "design_effect", "effective_n", "clustered_low", "clustered_high");
        assertThat(toldLess)
                .containsKey("n")
                .doesNotContainKeys("design_effect", "effective_n", "clustered_low", "clustered_high");
    }
}
