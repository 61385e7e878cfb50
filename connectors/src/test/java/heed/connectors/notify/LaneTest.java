package heed.connectors.notify;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Audience;
import heed.schemas.Delivery;
import heed.schemas.DeliveryOutcome;
import heed.schemas.Drop;
import heed.schemas.Episode;
import heed.schemas.Severity;
import heed.schemas.ThemeRise;
import heed.schemas.ThemeRiseState;
import heed.schemas.access.Scope;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.key.WeekKey;
import heed.schemas.questionnaire.Questionnaires;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final Instant MIDNIGHT =
            Sample.NOON.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(1));
    private static final Episode EPISODE = Episode.newBuilder()
            .setMeasure("fft-2020.positive")
            .setWeek("2026-W10")
            .setBegan(Sample.NOON.minus(Duration.ofDays(2)))
            .setOpenedAt(Sample.NOON)
            .setNewestAt(Sample.NOON)
            .setEndsAt(Sample.NOON.plus(Duration.ofDays(28)))
            .setFlagged(8)
            .setHospitals(List.of("H1", "H2"))
            .setWatched(23)
            .setExpected(.7)
            .setNeeded(7)
            .setWindowDays(28)
            .setFalseAlarmDays(3650)
            .setSentenceEn("8 of 23 hospitals fell in the same weeks.")
            .setSentenceCy("Gostyngodd 8 o 23 ysbyty.")
            .setAsOf(Sample.NOON)
            .build();
    private static final NoticeScope OF_H1 = new NoticeScope(
            Scope.of("H1"), EnumSet.allOf(NoticeKind.class), Set.of(), Severity.MINOR, "hospitals: 'H1'\n");

    private final AtomicReference<Instant> now = new AtomicReference<>(Sample.NOON);
    private final Told told = new Told();
    private final Waiting waiting = new Waiting(3);

    @Test
    void whatWasThereBeforeTheRouteIsHistoryAndWhatBecomesOfItSinceIsNews() {
        // Given
        Lane lane = lane(Sample.everything(), Optional.empty());
        lane.take(NoticeSource.DROPS, Sample.drop().build());

        // When
        List<Delivery> rows = lane.beginning();
        lane.begin(rows);
        lane.take(NoticeSource.DROPS, Sample.drop().build());
        lane.take(NoticeSource.DROPS, worse());
        lane.take(NoticeSource.DROPS, Sample.drop().setDropId("d2").build());

        // Then
        assertThat(rows).extracting(DeliveryRows::key).containsExactly("program|d1|", "program");
        assertThat(waiting.all()).extracting(Notice::key).containsExactly("d1|open-severe", "d2|open-moderate");
    }

    @Test
    void whatItWasToldIsNotToldAgainNorWhatIsLessThanThat() {
        // Given
        told.add(DeliveryRows.began("program", Sample.everything().text(), Sample.NOON));
        told.add(DeliveryRows.of(
                Message.of(
                        "program",
                        List.of(Sample.notice("d1", "open-severe", Severity.SEVERE, Sample.NOON)),
                        Sample.PAGE),
                DeliveryOutcome.TOLD,
                1,
                Sample.NOON));
        Lane lane = lane(Sample.everything(), Optional.of(Sample.everything()));

        // When
        lane.take(NoticeSource.DROPS, worse());
        lane.take(
                NoticeSource.DROPS,
                Sample.drop().setAsOf(Sample.NOON.plusSeconds(60)).build());
        lane.take(NoticeSource.DROPS, Sample.drop().setDropId("d2").build());

        // Then
        assertThat(lane.beginning()).isEmpty();
        assertThat(waiting.all()).extracting(Notice::key).containsExactly("d2|open-moderate");
    }

    @Test
    void aRouteThatIsForMoreThanBeforeIsToldWhatIsNewAndWhatWaitedAndNotWhatItWasNotFor() {
        // Given
        told.add(DeliveryRows.began("program", OF_H1.text(), Sample.NOON));
        Lane lane = lane(Sample.everything(), Optional.of(OF_H1));
        lane.take(NoticeSource.DROPS, Sample.drop().setDropId("waited").build());
        lane.take(
                NoticeSource.DROPS,
                Sample.drop().setDropId("elsewhere").setHospital("H2").build());

        // When
        List<Delivery> rows = lane.beginning();
        lane.begin(rows);
        lane.take(
                NoticeSource.DROPS,
                Sample.drop().setDropId("new").setHospital("H2").build());

        // Then
        assertThat(rows).extracting(DeliveryRows::key).containsExactly("program|elsewhere|", "program");
        assertThat(waiting.all()).extracting(Notice::key).containsExactly("waited|open-moderate", "new|open-moderate");
    }

    @Test
    void whatFindsNoRoomIsAskedForOnceThereIsSome() {
        // Given
        told.add(DeliveryRows.began("program", Sample.everything().text(), Sample.NOON));
        Lane lane = lane(Sample.everything(), Optional.of(Sample.everything()));
        for (String id : List.of("d1", "d2", "d3", "d4")) {
            lane.take(NoticeSource.DROPS, Sample.drop().setDropId(id).build());
        }
        boolean wantedWhileFull = waiting.wantsRest();

        // When
        waiting.remove(waiting.all());

        // Then
        assertThat(wantedWhileFull).isFalse();
        assertThat(waiting.wantsRest()).isTrue();
        assertThat(waiting.wantsRest()).isFalse();
    }

    @Test
    void everybodyIsToldNothingInTheMomentOfAnAlarmAndOnceItsDayIsOverOfTheDayAlone() {
        // Given
        Lane lane = begun(Audience.PUBLISHED);

        // When
        lane.take(NoticeSource.DROPS, published().build());
        lane.take(NoticeSource.EPISODES, EPISODE);
        handOnAt(lane, MIDNIGHT.minusMillis(1));
        List<Notice> before = waiting.all();
        handOnAt(lane, MIDNIGHT);

        // Then
        assertThat(before).isEmpty();
        assertThat(waiting.all()).extracting(Notice::kind).containsExactly(NoticeKind.DROP, NoticeKind.EPISODE);
        assertThat(waiting.all()).extracting(Notice::told).containsOnly(Sample.NOON.truncatedTo(ChronoUnit.DAYS));
    }

    @Test
    void staffAreToldAtOnce() {
        // Given
        Lane lane = begun(Audience.INTERNAL);

        // When
        lane.take(NoticeSource.DROPS, published().build());
        lane.take(NoticeSource.EPISODES, EPISODE);

        // Then
        assertThat(waiting.all()).extracting(Notice::kind).containsExactly(NoticeKind.DROP, NoticeKind.EPISODE);
        assertThat(waiting.all()).extracting(Notice::told).containsOnly(Sample.NOON);
    }

    @Test
    void everybodyIsToldHowADropStandsWhenTheDayIsOverAndNotHowItGotThere() {
        // Given
        Lane lane = begun(Audience.PUBLISHED);

        // When
        lane.take(NoticeSource.DROPS, published().build());
        lane.take(
                NoticeSource.DROPS,
                published()
                        .setSeverity(Severity.SEVERE)
                        .setEscalatedAt(Sample.NOON)
                        .setAsOf(Sample.NOON.plusSeconds(1))
                        .build());
        handOnAt(lane, MIDNIGHT);

        // Then
        assertThat(waiting.all()).extracting(Notice::state).containsExactly("open-severe");
    }

    @Test
    void everybodyIsNeverToldOfAnEpisodeThatIsGoneAgainOnTheDay() {
        // Given
        Lane lane = begun(Audience.PUBLISHED);

        // When
        lane.take(NoticeSource.EPISODES, EPISODE);
        lane.remove(NoticeSource.EPISODES, WeekKey.of(EPISODE).text());
        handOnAt(lane, MIDNIGHT);

        // Then
        assertThat(waiting.all()).isEmpty();
    }

    @Test
    void whatIsHeldBackWhenARouteForEverybodyBeginsIsHistory() {
        // Given
        Lane lane = lane(Sample.everything(), Optional.empty(), Audience.PUBLISHED);
        lane.take(NoticeSource.DROPS, published().build());

        // When
        lane.begin(lane.beginning());
        handOnAt(lane, MIDNIGHT);

        // Then
        assertThat(waiting.all()).isEmpty();
    }

    @Test
    void whatIsHeldBackIsReadAgainAfterAnErrorAndToldOnce() {
        // Given
        Lane lane = begun(Audience.PUBLISHED);
        lane.take(NoticeSource.DROPS, published().build());

        // When
        lane.restart();
        lane.take(NoticeSource.DROPS, published().build());
        handOnAt(lane, MIDNIGHT);

        // Then
        assertThat(waiting.all()).extracting(Notice::state).containsExactly("open-moderate");
    }

    @Test
    void aThemesRiseIsToldOnceAlsoWhereTheWeekThatItWasFoundWithMoves() {
        // Given
        Lane lane = begun(Audience.INTERNAL);
        lane.take(NoticeSource.THEME_RISES, Sample.themeRise().build());
        tell(waiting.all());

        // When
        lane.take(
                NoticeSource.THEME_RISES,
                Sample.themeRise().setFound("2026-W07").build());
        lane.take(NoticeSource.THEME_RISES, ended());

        // Then
        assertThat(waiting.all()).extracting(Notice::state).containsExactly("open-2026-W08", "ended-2026-W08");
    }

    @Test
    void thatAThemesRiseIsOverIsForThoseWhoWereToldOfIt() {
        // Given
        Lane lane = begun(Audience.INTERNAL);

        // When
        lane.take(NoticeSource.THEME_RISES, ended());

        // Then
        assertThat(waiting.all()).isEmpty();
    }

    @Test
    void aThemesRiseOfWeeksLongOverIsHistoryThoughItIsFoundNow() {
        // Given
        Lane lane = begun(Audience.INTERNAL);

        // When
        lane.take(
                NoticeSource.THEME_RISES,
                Sample.themeRise().setFound("2025-W40").build());

        // Then
        assertThat(waiting.all()).isEmpty();
    }

    private static ThemeRise ended() {
        return Sample.themeRise()
                .setState(ThemeRiseState.ENDED)
                .setEnded("2026-W09")
                .build();
    }

    private void tell(List<Notice> notices) {
        told.add(Delivery.newBuilder()
                .setRoute("program")
                .setOutcome(DeliveryOutcome.TOLD)
                .setTold(notices.stream().map(Notice::key).toList())
                .setAt(Sample.NOON)
                .build());
    }

    private static Drop.Builder published() {
        return Sample.drop().setUnit(null).setAudience(Audience.PUBLISHED);
    }

    private Lane begun(Audience audience) {
        told.add(DeliveryRows.began("program", Sample.everything().text(), Sample.NOON));
        Lane lane = lane(Sample.everything(), Optional.of(Sample.everything()), audience);
        lane.begin(lane.beginning());
        lane.handOn();
        return lane;
    }

    private void handOnAt(Lane lane, Instant then) {
        now.set(then);
        lane.handOn();
    }

    private static Drop worse() {
        return Sample.drop()
                .setSeverity(Severity.SEVERE)
                .setEscalatedAt(Sample.NOON)
                .setAsOf(Sample.NOON.plusSeconds(1))
                .build();
    }

    private Lane lane(NoticeScope scope, Optional<NoticeScope> before) {
        return lane(scope, before, Audience.INTERNAL);
    }

    private Lane lane(NoticeScope scope, Optional<NoticeScope> before, Audience audience) {
        var route = new NoticeRoute("program", scope, audience, Hours.ALWAYS, Optional.empty(), new Nobody());
        var notices = new Notices(new Disclosure(audience, 10), HospitalDirectory.empty(), Questionnaires.shipped());
        return new Lane(route, notices, told, waiting, before, ((InstantSource) now::get).withZone(ZoneOffset.UTC));
    }

    private static final class Nobody implements Receiver {
        @Override
        public void deliver(Message message) throws IOException {
            throw new IOException("away");
        }

        @Override
        public String where() {
            return "nobody";
        }
    }
}
