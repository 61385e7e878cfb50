package heed.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.connectors.FeedbackNotWrittenException;
import heed.schemas.hospital.HospitalDirectory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlayerTest {

    private static final ZoneId ZONE = HospitalDirectory.DEFAULT_ZONE;
    private static final Instant BEGIN = Story.FIRST_DAY.atStartOfDay(ZONE).toInstant();
    private static final Instant LIVE = Story.FIRST_LIVE_DAY.atStartOfDay(ZONE).toInstant();

    @Test
    void neverSendsAnythingDatedAheadOfTheRealClockHoweverFastDaysPass() throws InterruptedException {
        // Given
        var clock = new TickingClock(LIVE.plus(Duration.ofHours(30)), Duration.ofMillis(200));
        var stop = new CountDownLatch(1);
        List<Duration> ahead = new ArrayList<>();
        var player = new Player(
                simulation(),
                (feedback, arrival) -> {
                    ahead.add(Duration.between(clock.now, arrival));
                    return CompletableFuture.completedFuture(null);
                },
                (at, every) -> {},
                BEGIN,
                clock);

        // When
        player.playUntil(LIVE);
        ahead.clear();
        clock.stopAfter(60, stop);
        player.playLive(LIVE, Pace.FAST, stop);

        // Then
        assertThat(ahead).hasSizeGreaterThan(100).allSatisfy(each -> assertThat(each)
                .isLessThanOrEqualTo(Duration.ZERO));
        assertThat(player.hasCaughtUp()).isTrue();
    }

    @Test
    void saysThatItListensOnlyOfWhatIsWritten() {
        // Given
        List<String> happened = new ArrayList<>();
        var player = new Player(
                simulation(),
                (feedback, arrival) -> {
                    var written = new CompletableFuture<Void>();
                    CompletableFuture.delayedExecutor(1, TimeUnit.MILLISECONDS).execute(() -> {
                        synchronized (happened) {
                            happened.add("written " + arrival);
                        }
                        written.complete(null);
                    });
                    return written;
                },
                (at, every) -> {
                    synchronized (happened) {
                        happened.add("heard " + at);
                    }
                },
                BEGIN,
                Clock.systemUTC());

        // When
        player.playUntil(BEGIN.plus(Duration.ofDays(2)));

        // Then
        List<Instant> heard = new ArrayList<>();
        for (String each : happened) {
            Instant at = Instant.parse(each.substring(each.indexOf(' ') + 1));
            if (each.startsWith("heard")) {
                heard.add(at);
            } else {
                assertThat(heard).allSatisfy(before -> assertThat(at).isAfterOrEqualTo(before));
            }
        }
        assertThat(heard).hasSize(96).startsWith(BEGIN.plus(Duration.ofMinutes(30)));
    }

    @Test
    void letsADayPassInItsTime() throws InterruptedException {
        // Given
        var clock = new TickingClock(LIVE.plus(Duration.ofDays(300)), Duration.ofMillis(350));
        var stop = new CountDownLatch(1);
        List<Instant> arrivals = new ArrayList<>();
        var player = new Player(
                simulation(),
                (feedback, arrival) -> {
                    arrivals.add(arrival);
                    return CompletableFuture.completedFuture(null);
                },
                (at, every) -> {},
                BEGIN,
                clock);
        player.playUntil(LIVE);
        arrivals.clear();

        // When
        clock.stopAfter(10, stop);
        player.playLive(LIVE, Pace.WATCHABLE, stop);

        // Then
        assertThat(arrivals).hasSizeGreaterThan(200).allSatisfy(each -> assertThat(each)
                .isBetween(LIVE, LIVE.plus(Duration.ofDays(1)).plus(Duration.ofHours(3))));
        assertThat(arrivals.get(arrivals.size() - 1)).isAfter(LIVE.plus(Duration.ofHours(18)));
        assertThat(player.hasCaughtUp()).isFalse();
    }

    @Test
    void stopsWhereResponsesAreNotTaken() {
        // Given
        var player = new Player(
                simulation(),
                (feedback, arrival) ->
                        CompletableFuture.failedFuture(new FeedbackNotWrittenException("the disk is full")),
                (at, every) -> {},
                BEGIN,
                Clock.systemUTC());

        // When
        // Then
        assertThatThrownBy(() -> player.playUntil(LIVE))
                .hasMessage("the demo's responses are not taken: the disk is full");
    }

    private static Simulation simulation() {
        return new Simulation(1, SimulatedHospital.all(), ZONE);
    }

    /** A clock that goes on by a step whenever it is read, and opens a latch after some readings. */
    private static final class TickingClock extends Clock {

        private final Duration step;
        private Instant now;
        private int left = Integer.MAX_VALUE;
        private CountDownLatch stop = new CountDownLatch(1);

        TickingClock(Instant now, Duration step) {
            this.now = now;
            this.step = step;
        }

        void stopAfter(int readings, CountDownLatch latch) {
            left = readings;
            stop = latch;
        }

        @Override
        public Instant instant() {
            if (--left == 0) {
                stop.countDown();
            }
            now = now.plus(step);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
