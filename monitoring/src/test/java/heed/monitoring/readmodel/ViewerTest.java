package heed.monitoring.readmodel;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.LeagueFixture.aStanding;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.WatchFixture.aRise;
import static heed.monitoring.WatchFixture.aSilence;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.EpisodeFixture;
import heed.monitoring.Simulated;
import heed.schemas.Drop;
import heed.schemas.Episode;
import heed.schemas.LeagueRow;
import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.record.RecordCopy;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewerTest {

    private static final String MEASURE = "fft-2020.positive";

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final ViewedModel some = model.seenBy(Set.of("H1", "H2")::contains);

    @BeforeEach
    void fill() {
        for (String hospital : Set.of("H1", "H2", "H3")) {
            model.put(aDay("2026-03-01").at(hospital).positive(18, 20));
            model.put(aDrop().id("drop-" + hospital).at(hospital).open());
            model.put(aRise(hospital, RiseState.OPEN));
            model.put(aSilence(hospital, null, SilenceState.OPEN));
        }
    }

    @Test
    void seesNothingOfOtherHospitals() {
        // When
        model.publish();
        Snapshot seen = some.snapshot();

        // Then
        assertThat(seen.part(Hospitals.class).byCode()).containsOnlyKeys("H1", "H2");
        assertThat(seen.part(Drops.class).open()).extracting(Drop::getHospital).containsExactlyInAnyOrder("H1", "H2");
        assertThat(seen.part(Drops.class).byId()).containsOnlyKeys("drop-H1", "drop-H2");
        assertThat(seen.part(Rises.class).open()).extracting(Rise::getHospital).containsExactlyInAnyOrder("H1", "H2");
        assertThat(seen.part(Silences.class).open())
                .extracting(Silence::getHospital)
                .containsExactlyInAnyOrder("H1", "H2");
    }

    @Test
    void seesThatManyHospitalsFellAndWhichOfItsOwnDid() {
        // Given
        model.put(RecordCopy.of(EpisodeFixture.anEpisode(), Episode.newBuilder())
                .setHospitals(List.of("H1", "H3"))
                .build());
        model.publish();

        // When
        List<Episode> seen = some.snapshot().part(Episodes.class).newestFirst();

        // Then
        assertThat(seen).extracting(Episode::getFlagged).containsExactly(11);
        assertThat(seen.get(0).getHospitals()).containsExactly("H1");
    }

    @Test
    void seesNoSumOverHospitalsOfWhichOneIsHidden() {
        // Given
        aLeague(MEASURE, "2026-02").row("H1", 90, 100).row("H3", 80, 100).into(model);
        aLeague(MEASURE, "2026-03").row("H1", 90, 100).row("H2", 80, 100).into(model);
        aLeague("fft-2020.negative", "2026-03").row("H3", 3, 100).into(model);
        model.put(aStanding("fft-2020", "2026-03", "H3", 1, 1));
        model.publish();

        // When
        Leagues seen = some.snapshot().part(Leagues.class);

        // Then
        Comparison<LeagueRow> partly = seen.measures().get(MEASURE).get("2026-02");
        assertThat(partly.rows()).extracting(LeagueRow::getHospital).containsExactly("H1");
        assertThat(partly.national()).isEmpty();
        assertThat(seen.measures().get(MEASURE).get("2026-03").national()).isPresent();
        assertThat(seen.measures()).containsOnlyKeys(MEASURE);
        assertThat(seen.questionnaires()).isEmpty();
    }

    @Test
    void sharesThePipelinesNow() {
        // When
        model.put(aDay("2026-03-02").at("H3").positive(18, 20));
        model.publish();

        // Then
        assertThat(some.snapshot().now()).isEqualTo(model.snapshot().now());
        assertThat(some.snapshot().version()).isEqualTo(model.snapshot().version());
    }

    @Test
    void ofEverythingSeesTheFiguresThemselves() {
        // When
        model.publish();

        // Then
        assertThat(model.seenBy(Viewer.everything()).snapshot()).isSameAs(model.snapshot());
    }
}
