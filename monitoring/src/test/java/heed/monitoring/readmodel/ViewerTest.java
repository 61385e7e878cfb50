package heed.monitoring.readmodel;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.LeagueFixture.aLeague;
import static heed.monitoring.LeagueFixture.aStanding;
import static heed.monitoring.MovementFixture.week;
import static heed.monitoring.ScoreFixture.aDay;
import static heed.monitoring.WatchFixture.aRise;
import static heed.monitoring.WatchFixture.aSilence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import heed.monitoring.EpisodeFixture;
import heed.monitoring.Simulated;
import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.Episode;
import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Rise;
import heed.schemas.RiseState;
import heed.schemas.Silence;
import heed.schemas.SilenceState;
import heed.schemas.access.Right;
import heed.schemas.access.Rights;
import heed.schemas.access.Role;
import heed.schemas.access.Scope;
import heed.schemas.key.PlaceKey;
import heed.schemas.key.SeriesKey;
import heed.schemas.key.WeekKey;
import heed.schemas.record.RecordCopy;
import heed.schemas.topic.Topics;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ViewerTest {

    private static final String MEASURE = "fft-2020.positive";

    private final ReadModel model = new ReadModel(Clock.systemUTC(), Simulated.STAFF);
    private final ViewedModel some = model.seenBy(Viewer.of(Rights.of(Role.LEAD, Scope.of("H1", "H2"))));

    private ViewedModel ofAll() {
        return model.seenBy(Viewer.of(Rights.of(Role.LEAD, Scope.EVERYWHERE)));
    }

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
        aLeague(MEASURE, "2026-02").done().row("H1", 90, 100).row("H3", 80, 100).into(model);
        aLeague(MEASURE, "2026-03").done().row("H1", 90, 100).row("H2", 80, 100).into(model);
        aLeague("fft-2020.negative", "2026-03").done().row("H3", 3, 100).into(model);
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
    void isToldOfClosedMonthsWhatNoAnswerMovesWhereItDoesNotSeeAllHospitals() {
        // Given
        aLeague(MEASURE, "2026-01")
                .done()
                .alike(0.0312, 1.37)
                .restated(20)
                .row("H1", 90, 100)
                .row("H2", 81, 100)
                .into(model);
        aLeague(MEASURE, "2026-02").row("H1", 90, 100).row("H2", 81, 100).into(model);
        model.put(aStanding("fft-2020", "2026-02", "H1", 1, 1));
        model.publish();

        // When
        Leagues seen = some.snapshot().part(Leagues.class);
        Leagues all = ofAll().snapshot().part(Leagues.class);

        // Then
        assertThat(all.measures().get(MEASURE)).containsOnlyKeys("2026-01", "2026-02");
        assertThat(all.questionnaires()).containsOnlyKeys("fft-2020");
        assertThat(seen.measures().get(MEASURE)).containsOnlyKeys("2026-01");
        assertThat(seen.questionnaires()).isEmpty();
        Comparison<LeagueRow> closed = seen.measures().get(MEASURE).get("2026-01");
        assertThat(closed.rows())
                .extracting(
                        LeagueRow::getN,
                        LeagueRow::getExpectedLow,
                        LeagueRow::getExpectedHigh,
                        LeagueRow::getEffectiveN,
                        LeagueRow::getRestatements)
                .containsExactly(tuple(100L, 7700, 9400, 0.0, 20L), tuple(100L, 7700, 9400, 0.0, 20L));
        assertThat(closed.national().orElseThrow())
                .extracting(National::getP0, National::getDayCorrelation, National::getBelowMinimum)
                .containsExactly(0.86, null, -1);
    }

    @Test
    void isToldByHowMuchAllMovedInWeeksThatAreClosedAndNotByEachAnswerElsewhere() {
        // Given
        model.put(week("2026-02-23", -0.03));
        model.put(week("2026-03-02", -0.05));
        reach("2026-04-16T11:59:59Z");
        var open = weeks(some);
        reach("2026-04-16T12:00:00Z");
        var closed = weeks(some);
        String version = some.snapshot().version();

        // When
        model.put(week("2026-03-02", -0.0501));
        model.publish();

        // Then
        assertThat(open).isEmpty();
        assertThat(closed).containsExactly(entry("2026-02-23", -0.03));
        assertThat(weeks(some)).isEqualTo(closed);
        assertThat(some.snapshot().version()).isEqualTo(version);
        assertThat(weeks(ofAll())).containsExactly(entry("2026-02-23", -0.03), entry("2026-03-02", -0.0501));
    }

    @Test
    void isToldByHowMuchAllMovedAsItIsNowAfterABacklogOrABackfill() {
        // Given
        model.put(week("2026-02-23", -0.03));
        reach("2026-03-02T12:00:00Z");
        model.put(week("2026-02-23", -0.05));
        model.put(week("2026-03-02", -0.05));
        reach("2026-04-16T12:00:00Z");
        var caughtUp = weeks(some);

        // When
        model.put(week("2026-02-23", 0.04));
        model.put(week("2026-03-02", 0.04));
        reach("2026-04-30T10:00:00Z");
        var backfilled = weeks(some);
        model.remove(Topics.MOVEMENTS, WeekKey.of(week("2026-02-23", 0)).text());
        model.publish();

        // Then
        assertThat(caughtUp).containsExactly(entry("2026-02-23", -0.05));
        assertThat(backfilled).containsExactly(entry("2026-02-23", 0.04), entry("2026-03-02", 0.04));
        assertThat(weeks(some)).containsExactly(entry("2026-03-02", 0.04));
    }

    /** Has an answer elsewhere come in. */
    private void reach(String arrival) {
        model.put(aDay("2026-03-08").at("H3").asOf(Instant.parse(arrival)).positive(18, 20));
        model.publish();
    }

    private static Map<String, Double> weeks(ViewedModel seen) {
        Map<String, Double> levels = new TreeMap<>();
        seen.snapshot()
                .part(Movements.class)
                .of(MEASURE)
                .forEach((monday, movement) -> levels.put(monday.toString(), movement.getLevel()));
        return levels;
    }

    @Test
    void sharesThePipelinesNow() {
        // When
        model.put(aDay("2026-03-02").at("H3").positive(18, 20));
        model.publish();

        // Then
        assertThat(some.snapshot().now()).isEqualTo(model.snapshot().now());
    }

    @Test
    void isToldOfNoChangeElsewhereAndOfEachOfItsOwn() {
        // Given
        model.publish();
        String before = some.snapshot().version();

        // When
        model.put(aDay("2026-03-02").at("H3").positive(18, 20));
        model.put(aDrop().id("another").at("H3").open());
        model.publish();
        String elsewhere = some.snapshot().version();
        model.put(aDay("2026-03-02").at("H2").positive(18, 20));
        model.publish();
        String own = some.snapshot().version();

        // Then
        assertThat(elsewhere).isEqualTo(before);
        assertThat(own).isNotEqualTo(before);
    }

    @Test
    void ofAWardSeesNothingOfTheHospitalNorOfOtherWards() {
        // Given
        for (String unit : List.of("W1", "W2")) {
            model.put(aDay("2026-03-01").at("H1").unit(unit).positive(18, 20));
            model.put(aSilence("H1", unit, SilenceState.OPEN));
        }
        model.publish();
        ViewedModel ward = model.seenBy(Viewer.of(Rights.of(Role.WARD, Scope.of(Set.of(new PlaceKey("H1", "W1"))))));

        // When
        Snapshot seen = ward.snapshot();

        // Then
        assertThat(seen.part(Hospitals.class).byCode()).containsOnlyKeys("H1");
        assertThat(seen.part(Hospitals.class).of("H1").orElseThrow().series().keySet())
                .extracting(SeriesKey::unit)
                .containsExactly("W1");
        assertThat(seen.part(Drops.class).byId()).isEmpty();
        assertThat(seen.part(Silences.class).open())
                .extracting(Silence::getUnit)
                .containsExactly("W1");
    }

    @Test
    void ofAWardIsToldOfNoChangeInAnother() {
        // Given
        model.put(aDay("2026-03-01").at("H1").unit("W1").positive(18, 20));
        model.put(aDay("2026-03-01").at("H1").unit("W2").positive(18, 20));
        model.publish();
        ViewedModel ward = model.seenBy(Viewer.of(Rights.of(Role.WARD, Scope.of(Set.of(new PlaceKey("H1", "W1"))))));
        String before = ward.snapshot().version();

        // When
        model.put(aDay("2026-03-02").at("H1").unit("W2").positive(18, 20));
        model.publish();
        String other = ward.snapshot().version();
        model.put(aDay("2026-03-02").at("H1").unit("W1").positive(18, 20));
        model.publish();
        String own = ward.snapshot().version();

        // Then
        assertThat(other).isEqualTo(before);
        assertThat(own).isNotEqualTo(before);
    }

    @Test
    void whoReadsOfAllHospitalsIsToldOfTheDropsThatAreFitForThat() {
        // Given
        model.put(aDrop().id("plain")
                .at("H1")
                .with(drop -> drop.setAudience(Audience.INTERNAL))
                .open());
        model.put(aDrop().id("sure")
                .at("H2")
                .with(drop -> drop.setAudience(Audience.PUBLISHED))
                .open());
        model.publish();

        // When
        Snapshot seen =
                model.seenBy(Viewer.of(Rights.of(Role.NATIONAL, Scope.NOWHERE))).snapshot();

        // Then
        assertThat(seen.part(Hospitals.class).byCode()).containsOnlyKeys("H1", "H2", "H3");
        assertThat(seen.part(Drops.class).byId()).containsKey("sure").doesNotContainKey("plain");
    }

    @Test
    void whoRunsThePipelineSeesWhichHospitalsAreHeardOfAndNoDrop() {
        // Given
        model.publish();

        // When
        Snapshot seen =
                model.seenBy(Viewer.of(Rights.of(Role.ENGINEER, Scope.NOWHERE))).snapshot();

        // Then
        assertThat(seen.part(Hospitals.class).byCode()).containsOnlyKeys("H1", "H2", "H3");
        assertThat(seen.part(Silences.class).open()).hasSize(3);
        assertThat(seen.part(Drops.class).byId()).isEmpty();
        assertThat(seen.part(Rises.class).open()).isEmpty();
    }

    @Test
    void whoSaysWhoMayWhatAndWhoeverIsNotKnownSeeNoHospital() {
        // Given
        model.publish();

        // When
        Snapshot administrator = model.seenBy(Viewer.of(Rights.of(Role.ADMINISTRATOR, Scope.EVERYWHERE)))
                .snapshot();
        Snapshot nobody = model.seenBy(Viewer.nobody()).snapshot();

        // Then
        assertThat(administrator.part(Hospitals.class).byCode()).isEmpty();
        assertThat(nobody.part(Hospitals.class).byCode()).isEmpty();
        assertThat(nobody.part(Drops.class).byId()).isEmpty();
    }

    @Test
    void administersOnlyInARoleForItSinceWhereNobodySaysWhoTheyAreThereIsNobody() {
        // Given
        Rights administrator = Rights.of(Role.ADMINISTRATOR, Scope.EVERYWHERE);

        // When // Then
        assertThat(Viewer.of(administrator).may(Right.ADMINISTRATION)).isTrue();
        assertThat(Viewer.of(administrator).may(Right.FIGURES)).isFalse();
        assertThat(Viewer.everything().may(Right.ADMINISTRATION)).isFalse();
        assertThat(Viewer.withoutRights().may(Right.ADMINISTRATION)).isFalse();
        assertThat(Viewer.withoutRights()).isNotEqualTo(Viewer.nobody());
    }

    @Test
    void ofEverythingSeesTheFiguresThemselves() {
        // When
        model.publish();

        // Then
        assertThat(model.seenBy(Viewer.everything()).snapshot()).isSameAs(model.snapshot());
    }
}
