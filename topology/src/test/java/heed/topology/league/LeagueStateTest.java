package heed.topology.league;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Audience;
import heed.schemas.DaySums;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.figures.Counted;
import heed.schemas.figures.CountedByDay;
import heed.schemas.questionnaire.Questionnaires;
import heed.topology.ChangelogFixture;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeagueStateTest {

    private static final Instant JUNE = Instant.parse("2026-05-31T23:00:00Z");
    private static final Instant NOON = Instant.parse("2026-06-10T12:00:00Z");

    private final LeagueTables tables = new LeagueTables(21, new LeagueMeasures(Questionnaires.shipped()));
    private final ChangelogFixture changelog = new ChangelogFixture();
    private final LeagueState state = new LeagueState();

    @Test
    void aLeagueWaitsUntilItHasBeenToldAndIsThenDueAgainOnlyWhenSomethingChanges() {
        // Given
        state.put(month("A", 30));
        LeagueSnapshot snapshot = LeagueSnapshot.of(state.due(0).orElseThrow());

        // When
        state.told(tables.compare(snapshot), 5_000);
        boolean dueWithoutChange = state.due(10_000).isPresent();
        state.put(month("A", 30));
        boolean dueAfterTheSame = state.due(10_000).isPresent();
        state.put(month("A", 31));

        // Then
        assertThat(dueWithoutChange).isFalse();
        assertThat(dueAfterTheSame).isFalse();
        assertThat(state.due(4_999)).isEmpty();
        assertThat(state.due(5_000)).isPresent();
    }

    @Test
    void whatChangesWhileALeagueIsComparedIsComparedAgain() {
        // Given
        state.put(month("A", 30));
        LeagueSnapshot snapshot = LeagueSnapshot.of(state.due(0).orElseThrow());

        // When
        state.put(month("A", 31));
        state.told(tables.compare(snapshot), 5_000);

        // Then
        assertThat(snapshot.measures().get("fft-2020.positive").get("A").n()).isEqualTo(30);
        assertThat(LeagueSnapshot.of(state.due(5_000).orElseThrow())
                        .measures()
                        .get("fft-2020.positive")
                        .get("A")
                        .n())
                .isEqualTo(31);
    }

    /** An instance gives a partition away, keeps its state as a standby's and gets it back. */
    @Test
    void aLeagueThatAnotherHasToldIsNotDue() {
        // Given
        state.put(month("A", 30));
        changelog.commit(state);
        LeagueState elsewhere = changelog.restore(new LeagueState());
        elsewhere.restored();
        elsewhere.told(tables.compare(LeagueSnapshot.of(elsewhere.due(0).orElseThrow())), 0);
        changelog.commit(elsewhere);

        // When
        changelog.restore(state);
        state.restored();

        // Then
        assertThat(state.due(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void aRestoredStateKnowsWhatWaitsAndWhatHasBeenTold() {
        // Given
        state.put(month("A", 30));
        state.put(month("B", 40));
        changelog.commit(state);
        LeagueState waiting = changelog.restore(new LeagueState());
        waiting.restored();
        LeagueComparison comparison =
                tables.compare(LeagueSnapshot.of(waiting.due(0).orElseThrow()));
        waiting.told(comparison, 0);
        changelog.commit(waiting);

        // When
        LeagueState told = changelog.restore(new LeagueState());
        told.restored();

        // Then
        assertThat(comparison.tables()).singleElement().satisfies(table -> assertThat(table.rows())
                .hasSize(2));
        assertThat(told.due(Long.MAX_VALUE)).isEmpty();
        League league = told.of(comparison.of());
        assertThat(league.measure("fft-2020.positive").told).containsExactlyInAnyOrder("A", "B");
        assertThat(league.measure("fft-2020.positive").hospitals.get("B"))
                .isEqualTo(new HospitalMonth(
                        new CountedByDay(new Counted(40, 400_000, 4_000_000_000L), 40, 802, 80_200_000_000L),
                        NOON.toEpochMilli(),
                        3,
                        true));
    }

    private static Score month(String hospital, long n) {
        return Score.newBuilder()
                .setHospital(hospital)
                .setMeasure("fft-2020.positive")
                .setWindow(Window.MONTH)
                .setStart(JUNE)
                .setEnd(Instant.parse("2026-06-30T23:00:00Z"))
                .setLabel("2026-06")
                .setN(n)
                .setSum(n * 10_000)
                .setSumOfSquares(n * 100_000_000)
                .setScore(10_000)
                .setLow(9_000)
                .setHigh(10_000)
                .setSuppressed(false)
                .setMinimum(10)
                .setFinal$(true)
                .setAsOf(NOON)
                .setRestatements(3L)
                .setAudience(Audience.PUBLISHED)
                .setDays(new DaySums(n, n * n / 2 + 2, (n * n / 2 + 2) * 100_000_000))
                .build();
    }
}
