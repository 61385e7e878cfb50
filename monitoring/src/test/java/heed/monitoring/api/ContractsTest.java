package heed.monitoring.api;

import static heed.monitoring.LeagueFixture.aLeague;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.LeagueFixture;
import heed.monitoring.Simulated;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.view.Names;
import heed.monitoring.view.Verdict;
import heed.schemas.Rating;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractsTest {

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final Contracts contracts = new Contracts(new Names(HospitalDirectory.empty(), Questionnaires.shipped()));

    private List<Map<String, Object>> places(int hospitals) {
        LeagueFixture league = aLeague("fft-2020.positive", "2026-02");
        for (int i = 0; i < hospitals; i++) {
            league.row("H" + i, 180, 200);
        }
        model.publish();
        return contracts.places(league.rows(), model.snapshot()).rows();
    }

    @Test
    void ratesNobodyAmongFewerThanTenHospitals() {
        // When
        List<Map<String, Object>> nine = places(9);
        List<Map<String, Object>> ten = places(10);

        // Then
        assertThat(nine).hasSize(9).allSatisfy(row -> assertThat(row)
                .doesNotContainKey("rating")
                .containsEntry("verdict", Verdict.UNRATED)
                .containsKey("rank"));
        assertThat(ten).hasSize(10).allSatisfy(row -> assertThat(row)
                .containsEntry("rating", Rating.WITHIN)
                .containsEntry("verdict", Verdict.EXPECTED));
    }
}
