package heed.monitoring.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.DropFixture;
import heed.monitoring.EpisodeFixture;
import heed.monitoring.SettableClock;
import heed.monitoring.WatchFixture;
import heed.schemas.Audience;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.Episode;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.key.WeekKey;
import heed.schemas.record.RecordCopy;
import heed.schemas.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeldNewsTest {

    private static final Instant ALARM = Instant.parse("2026-03-10T09:41:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-11T00:00:00Z");
    private static final Instant NEXT_MIDNIGHT = Instant.parse("2026-03-12T00:00:00Z");

    private final SettableClock clock = new SettableClock(ALARM.plusMillis(300));

    @Test
    void tellsEverybodyNothingInTheMomentOfAnAlarmAndAllOnceItsDayIsOver() {
        // Given
        ReadModel everybody = model(Audience.PUBLISHED);

        String before = everybody.snapshot().version();

        // When
        alarm(everybody);
        List<String> atOnce = told(everybody);
        publishAt(everybody, MIDNIGHT.minusMillis(1));
        String lateInTheDay = everybody.snapshot().version();
        publishAt(everybody, MIDNIGHT);

        // Then
        assertThat(atOnce).isEmpty();
        assertThat(lateInTheDay).isEqualTo(before);
        assertThat(told(everybody)).containsExactly("drop OPEN", "rise", "episode");
    }

    @Test
    void tellsStaffAtOnce() {
        // Given
        ReadModel staff = model(Audience.INTERNAL);

        // When
        alarm(staff);

        // Then
        assertThat(told(staff)).containsExactly("drop OPEN", "rise", "episode");
    }

    @Test
    void leavesWhatWasToldOfEarlierDaysUntilTheDayOfTheNextIsOver() {
        // Given
        ReadModel everybody = model(Audience.PUBLISHED);
        alarm(everybody);

        // When
        Instant back = MIDNIGHT.plus(Duration.ofHours(8));
        everybody.put(DropFixture.aDrop()
                .between(ALARM.minus(Duration.ofDays(4)), ALARM)
                .recovered(back)
                .build());
        publishAt(everybody, back.plusMillis(300));
        List<String> inTheMorning = told(everybody);
        publishAt(everybody, MIDNIGHT.plus(Duration.ofDays(1)));

        // Then
        assertThat(inTheMorning).contains("drop OPEN");
        assertThat(told(everybody)).contains("drop RECOVERED");
    }

    @Test
    void takesNothingAwayFromEverybodyBeforeTheDayIsOver() {
        // Given
        ReadModel everybody = model(Audience.PUBLISHED);
        alarm(everybody);
        publishAt(everybody, MIDNIGHT);
        String before = everybody.snapshot().version();

        // When
        everybody.remove(Topics.EPISODES, WeekKey.of(EpisodeFixture.anEpisode()).text());
        everybody.put(RecordCopy.of(EpisodeFixture.anEpisode(), Episode.newBuilder())
                .setWeek("2026-W07")
                .setFlagged(12)
                .setAsOf(MIDNIGHT)
                .build());
        publishAt(everybody, NEXT_MIDNIGHT.minusMillis(1));
        String lateInTheDay = everybody.snapshot().version();
        publishAt(everybody, NEXT_MIDNIGHT);

        // Then
        assertThat(lateInTheDay).isEqualTo(before);
        assertThat(everybody.snapshot().part(Episodes.class).newestFirst())
                .extracting(Episode::getWeek)
                .containsExactly("2026-W07");
    }

    @Test
    void neverTellsOfWhatWasGoneWhenTheReadingBegan() {
        // Given
        ReadModel everybody = new ReadModel(clock, new Disclosure(Audience.PUBLISHED, 10));

        // When
        everybody.put(EpisodeFixture.anEpisode());
        everybody.remove(Topics.EPISODES, WeekKey.of(EpisodeFixture.anEpisode()).text());
        everybody.publish();

        // Then
        assertThat(told(everybody)).isEmpty();
    }

    @Test
    void tellsTheEndOfADropThatAnotherOfItsLineFollowedOnTheSameDay() {
        // Given
        ReadModel everybody = model(Audience.PUBLISHED);
        alarm(everybody);
        publishAt(everybody, MIDNIGHT);
        Instant again = MIDNIGHT.plus(Duration.ofHours(8));

        // When
        everybody.put(DropFixture.aDrop()
                .between(ALARM.minus(Duration.ofDays(4)), ALARM)
                .recovered(MIDNIGHT)
                .build());
        everybody.put(DropFixture.aDrop()
                .id("0b5a3b5e-6f3f-5d0c-9d0a-222222222222")
                .between(MIDNIGHT, again)
                .open());
        publishAt(everybody, NEXT_MIDNIGHT);

        // Then
        assertThat(everybody.snapshot().part(Drops.class).byId().values())
                .extracting(Drop::getState)
                .containsExactlyInAnyOrder(DropState.RECOVERED, DropState.OPEN);
    }

    @Test
    void tellsNothingAtOnceWhereTheClockThatAnAnswerWasTakenByIsAhead() {
        // Given
        ReadModel everybody = model(Audience.PUBLISHED);

        // When
        clock.set(ALARM.minus(Duration.ofDays(1)));
        alarm(everybody);

        // Then
        assertThat(told(everybody)).isEmpty();
    }

    @Test
    void tellsNothingOfTodayWhereAnOlderRecordComesAfterIt() {
        // Given
        ReadModel everybody = model(Audience.PUBLISHED);
        alarm(everybody);

        // When
        everybody.put(DropFixture.aDrop().open());
        everybody.publish();
        List<String> today = told(everybody);
        publishAt(everybody, MIDNIGHT);

        // Then
        assertThat(today).isEmpty();
        assertThat(told(everybody)).contains("drop OPEN");
    }

    @Test
    void forgetsWhatItHoldsBackWithAllElse() {
        // Given
        ReadModel everybody = model(Audience.PUBLISHED);
        alarm(everybody);

        // When
        everybody.restart();
        publishAt(everybody, MIDNIGHT);

        // Then
        assertThat(told(everybody)).isEmpty();
    }

    private ReadModel model(Audience audience) {
        ReadModel model = new ReadModel(clock, new Disclosure(audience, 10));
        model.publish();
        return model;
    }

    /** A drop, a rise and an episode are flagged by one answer, and the figures go on moving. */
    private static void alarm(ReadModel model) {
        model.put(DropFixture.aDrop()
                .between(ALARM.minus(Duration.ofDays(4)), ALARM)
                .open());
        model.put(WatchFixture.anOpenRise("H2", "fft-2020.positive", ALARM));
        model.put(RecordCopy.of(EpisodeFixture.anEpisode(), Episode.newBuilder())
                .setAsOf(ALARM)
                .build());
        model.publish();
    }

    private void publishAt(ReadModel model, Instant then) {
        clock.set(then);
        model.publish();
    }

    private static List<String> told(ReadModel model) {
        Snapshot snapshot = model.snapshot();
        return Stream.of(
                        snapshot.part(Drops.class).newestFirst().stream().map(drop -> "drop " + drop.getState()),
                        snapshot.part(Rises.class).open().stream().map(rise -> "rise"),
                        snapshot.part(Episodes.class).newestFirst().stream().map(episode -> "episode"))
                .flatMap(each -> each)
                .toList();
    }
}
