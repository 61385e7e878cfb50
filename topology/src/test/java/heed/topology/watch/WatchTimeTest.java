package heed.topology.watch;

import static heed.topology.ResponseBuilder.NOON;
import static heed.topology.ResponseBuilder.aResponse;
import static heed.topology.ResponseBuilder.aWithdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.WatchTime;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.topology.TopologyFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WatchTimeTest {

    private static final int PER_DAY = 20;
    private static final int FALL_DAY = 40;

    @Test
    void answersThatComeWeeksLateAreSeenByArrivalOnly() {
        // When
        List<Drop> byGiven = drops(WatchTime.GIVEN, false);
        List<Drop> byArrival = drops(WatchTime.ARRIVAL, false);

        // Then
        assertThat(byGiven).isEmpty();
        assertThat(byArrival).first().satisfies(drop -> {
            assertThat(drop.getPhase()).isEqualTo(DropPhase.OPEN);
            assertThat(drop.getWatchTime()).isEqualTo(WatchTime.ARRIVAL);
            assertThat(drop.getOpenedAt()).isAfter(NOON.plus(Duration.ofDays(FALL_DAY)));
            assertThat(drop.getSince()).isAfter(NOON.plus(Duration.ofDays(FALL_DAY - 1)));
        });
    }

    @Test
    void withdrawnAnswersAreTakenFromTheDayOnWhichTheyArrived() {
        // When
        List<Drop> drops = drops(WatchTime.ARRIVAL, true);

        // Then
        assertThat(drops).isEmpty();
    }

    /** Postal answers of three weeks ago beside an online one a day; from some day on every second is bad. */
    private static List<Drop> drops(WatchTime time, boolean badAreWithdrawnAtOnce) {
        var directory = HospitalDirectory.of(
                List.of(new Hospital(
                        "H1",
                        "H1",
                        HospitalDirectory.DEFAULT_ZONE,
                        Optional.of(time),
                        OptionalInt.empty(),
                        Optional.empty())),
                HospitalDirectory.DEFAULT_ZONE);
        List<Drop> drops = new ArrayList<>();
        try (var pipeline = new TopologyFixture(TopologyFixture.CONFIG, directory)) {
            for (int day = 0; day < FALL_DAY + 10; day++) {
                Instant noon = NOON.plus(Duration.ofDays(day));
                pipeline.receive(
                        aResponse("online" + day).given(noon).arrived(noon).rated("good"));
                for (int i = 0; i < PER_DAY; i++) {
                    String id = day + "-" + i;
                    boolean bad = day >= FALL_DAY ? i % 2 == 0 : i == 0;
                    Instant arrivalMs = noon.plusSeconds(i);
                    Instant given = arrivalMs.minus(Duration.ofDays(21)).minus(Duration.ofHours(7));
                    pipeline.receive(
                            aResponse(id).given(given).arrived(arrivalMs).rated(bad ? "poor" : "good"));
                    if (bad && day >= FALL_DAY && badAreWithdrawnAtOnce) {
                        pipeline.receive(aWithdrawal(id).given(arrivalMs).arrived(arrivalMs.plusSeconds(1)));
                    }
                }
                drops.addAll(pipeline.drops());
            }
        }
        return drops;
    }
}
