package heed.monitoring.readmodel;

import static heed.monitoring.DropFixture.aDrop;
import static heed.monitoring.ScoreFixture.aMonth;
import static heed.monitoring.readmodel.LineFixture.whole;
import static org.assertj.core.api.Assertions.assertThat;

import heed.monitoring.SettableClock;
import heed.schemas.Audience;
import heed.schemas.Filed;
import heed.schemas.MeasureChange;
import heed.schemas.Restatement;
import heed.schemas.RestatementKind;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.disclosure.Minimums;
import heed.schemas.figures.Counted;
import heed.schemas.record.RecordCopy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReleasesTest {

    private static final Instant JANUARY = Instant.parse("2026-01-31T22:00:00Z");
    /** 45 days after the end of January. */
    private static final Instant CLOSED = Instant.parse("2026-03-18T00:00:00Z");

    private final SettableClock clock = new SettableClock(CLOSED);

    private static final Disclosure EVERYBODY = Disclosure.to(Audience.PUBLISHED, new Minimums(10, 21));

    @Test
    void movesAPublishedMonthByAsManyAnswersAsTheMinimumAndNotByOne() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);
        model.put(aMonth("2026-01").closed().asOf(JANUARY).positive(90, 100));
        model.publish();
        List<Long> told = new ArrayList<>();

        // When
        for (int withdrawn = 1; withdrawn <= 22; withdrawn++) {
            Instant at = CLOSED.plusSeconds(60L * withdrawn);
            model.put(withdrawal(at));
            model.put(aMonth("2026-01").closed().asOf(at).positive(90 - withdrawn, 100 - withdrawn));
            model.publish();
            told.add(whole(model).months().get(0).tally().n());
        }
        ReadModel anew = new ReadModel(Clock.systemUTC(), EVERYBODY);
        anew.put(aMonth("2026-01").closed().asOf(CLOSED.plusSeconds(60L * 22)).positive(68, 78));
        for (int withdrawn = 1; withdrawn <= 22; withdrawn++) {
            anew.put(withdrawal(CLOSED.plusSeconds(60L * withdrawn)));
        }
        anew.publish();

        // Then
        assertThat(told.subList(0, 20)).containsOnly(100L);
        assertThat(told.subList(20, 22)).containsOnly(79L);
        // Whoever starts later is told the same
        assertThat(whole(anew).months().get(0).tally().n()).isEqualTo(79);
    }

    /** The first record of any hospital after a month has closed says that it has: at once it would be seen to come. */
    @Test
    void tellsOfAMonthThatClosesWhenTheDayIsOver() {
        // Given
        ReadModel model = settled(CLOSED.plusSeconds(3_600));
        model.put(aMonth("2025-12").closed().asOf("2025-12-31T22:00:00Z").positive(90, 100));
        model.put(aMonth("2026-01").asOf(JANUARY).positive(90, 100));
        publishAt(model, CLOSED.plusSeconds(3_601));
        List<String> before = labels(model);

        // When
        model.put(aMonth("2026-01").closed().asOf(JANUARY).positive(90, 100));
        publishAt(model, CLOSED.plusSeconds(7_200));
        List<String> atOnce = labels(model);
        publishAt(model, CLOSED.plus(Duration.ofDays(1)).minusMillis(1));
        List<String> lateInTheDay = labels(model);
        publishAt(model, CLOSED.plus(Duration.ofDays(1)));

        // Then
        assertThat(before).isEmpty();
        assertThat(atOnce).isEmpty();
        assertThat(lateInTheDay).isEmpty();
        assertThat(labels(model)).containsExactly("2025-12", "2026-01");
    }

    /** What is told before and after a start is the same: else a start would say whether anybody has answered since. */
    @Test
    void tellsOfAMonthThatIsThereAtTheStartNoSoonerThanWhoWasThereWhenItClosed() {
        // Given
        ReadModel there = settled(CLOSED.minusSeconds(60));
        there.put(aMonth("2025-12").closed().asOf("2025-12-31T22:00:00Z").positive(90, 100));
        there.put(aMonth("2026-01").closed().asOf(JANUARY).positive(90, 100));
        ReadModel started = new ReadModel(clock, EVERYBODY);
        List<List<String>> told = new ArrayList<>();
        List<List<String>> toldAfterAStart = new ArrayList<>();

        // When
        publishAt(there, CLOSED.plusSeconds(60));
        publishAt(started, CLOSED.plusSeconds(3_600));
        for (String month : List.of("2025-12", "2026-01")) {
            started.put(aMonth(month).closed().asOf(month + "-31T22:00:00Z").positive(90, 100));
        }
        for (Duration after : List.of(Duration.ofHours(1), Duration.ofDays(1).minusMillis(1), Duration.ofDays(1))) {
            publishAt(started, CLOSED.plus(after));
            toldAfterAStart.add(labels(started));
            publishAt(there, CLOSED.plus(after));
            told.add(labels(there));
        }

        // Then
        assertThat(toldAfterAStart)
                .containsExactly(List.of("2025-12"), List.of("2025-12"), List.of("2025-12", "2026-01"));
        assertThat(told.get(2)).isEqualTo(toldAfterAStart.get(2));
        assertThat(told.subList(0, 2)).noneMatch(months -> months.contains("2026-01"));
    }

    @Test
    void goesOnTellingOfAMonthThatWasTold() {
        // Given
        ReadModel model = new ReadModel(clock, EVERYBODY);
        Instant day = CLOSED.plus(Duration.ofDays(1));
        model.put(aMonth("2026-01").closed().asOf(JANUARY).positive(90, 100));
        publishAt(model, day.plusSeconds(3_600));

        // When
        publishAt(model, day.plusSeconds(3_700));
        model.put(withdrawal(day.plusSeconds(3_700)));
        publishAt(model, day.plusSeconds(3_701));
        model.put(aMonth("2026-01").closed().asOf(day.plusSeconds(3_700)).positive(89, 99));
        publishAt(model, day.plusSeconds(3_702));

        // Then
        assertThat(labels(model)).containsExactly("2026-01");
    }

    /** Begins to read, and lets what was there then be put together. */
    private ReadModel settled(Instant now) {
        ReadModel model = new ReadModel(clock, EVERYBODY);
        publishAt(model, now.minusSeconds(60));
        publishAt(model, now);
        return model;
    }

    private void publishAt(ReadModel model, Instant then) {
        clock.set(then);
        model.publish();
    }

    private static List<String> labels(ReadModel model) {
        return model.snapshot().part(Hospitals.class).byCode().isEmpty()
                ? List.of()
                : whole(model).months().stream().map(Pane::label).toList();
    }

    /** Several senders' clocks differ by a little, so arrivals are not quite in the order of the log. */
    @Test
    void movesNothingByAChangeThatArrivedBeforeOneThatIsToldAlready() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);
        Instant newest = CLOSED.plusSeconds(60L * 21);
        for (int withdrawn = 1; withdrawn <= 21; withdrawn++) {
            model.put(withdrawal(CLOSED.plusSeconds(60L * withdrawn)));
        }
        model.put(aMonth("2026-01").closed().asOf(newest).positive(69, 79));
        model.publish();
        Pane before = whole(model).months().get(0);

        // When
        model.put(worsened(newest.minusSeconds(1)));
        model.put(worsened(CLOSED.minusSeconds(1)));
        model.put(aMonth("2026-01").closed().asOf(newest).positive(67, 79));
        model.publish();

        // Then
        assertThat(before.tally()).isEqualTo(yesOrNo(69, 79));
        assertThat(whole(model).months()).containsExactly(before);
    }

    @Test
    void goesOnWhereARowCannotHoldTheChangesOfItsMoment() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);
        Instant at = CLOSED.plusSeconds(60);

        // When
        model.put(worsened(at));
        model.put(aMonth("2026-01").closed().asOf(at).positive(100, 100));
        model.publish();

        // Then
        assertThat(model.snapshot().part(Hospitals.class).byCode()).isEmpty();
    }

    @Test
    void tellsEverybodyNothingOfAMonthWhileItsRowAndItsCorrectionsAreOfDifferentMoments() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);

        // When
        model.put(aMonth("2026-01").closed().asOf(CLOSED.plusSeconds(60)).positive(89, 99));
        model.publish();
        boolean ahead = model.snapshot().part(Hospitals.class).byCode().isEmpty();
        model.put(withdrawal(CLOSED.plusSeconds(60)));
        model.publish();

        // Then
        assertThat(ahead).isTrue();
        assertThat(whole(model).months().get(0).tally().n()).isEqualTo(100);
    }

    @Test
    void takesAWithdrawalFromBeforeAMonthClosedForPartOfItsStateAtClosing() {
        // Given
        // More than 45 days after the answer, and less after its month
        Instant before = Instant.parse("2026-03-05T10:00:00Z");
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);

        // When
        model.put(withdrawal(before));
        model.put(aMonth("2026-01").closed().asOf(before).positive(89, 99));
        model.publish();

        // Then
        assertThat(whole(model).months().get(0).tally()).isEqualTo(yesOrNo(89, 99));
    }

    @Test
    void tellsTheStateAtClosingWhicheverOfTwoCorrectionsArrivedFirst() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);

        // When
        model.put(withdrawal(CLOSED.plusSeconds(120)));
        model.put(withdrawal(CLOSED.plusSeconds(60)));
        model.put(aMonth("2026-01").closed().asOf(CLOSED.plusSeconds(120)).positive(88, 98));
        model.publish();

        // Then
        assertThat(whole(model).months()).extracting(Pane::tally).containsExactly(yesOrNo(90, 100));
    }

    @Test
    void tellsBothMonthsAsTheyWereWhereAnAnswerIsMovedFromOneToTheOther() {
        // Given
        // Both months are closed by then
        Instant at = Instant.parse("2026-04-16T10:00:00Z");
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);

        // When
        model.put(moved("2026-01-31T10:00:00Z", "2026-02-01T10:00:00Z", at));
        model.put(aMonth("2026-01").closed().asOf(at).positive(89, 99));
        model.put(aMonth("2026-02").closed().asOf(at).positive(71, 81));
        model.publish();

        // Then
        assertThat(whole(model).months()).extracting(Pane::tally).containsExactly(yesOrNo(90, 100), yesOrNo(70, 80));
    }

    @Test
    void tellsNothingOfAMonthWhoseRowIsFromBeforeItsCorrections() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);

        // When
        model.put(aMonth("2026-01").closed().asOf(JANUARY).positive(90, 100));
        model.put(withdrawal(CLOSED.plusSeconds(60)));
        model.publish();

        // Then
        assertThat(model.snapshot().part(Hospitals.class).byCode()).isEmpty();
    }

    @Test
    void holdsBackWhatIsWithdrawnAtTheMomentOfClosing() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);

        // When
        model.put(withdrawal(CLOSED));
        model.put(aMonth("2026-01").closed().asOf(CLOSED).positive(89, 99));
        model.publish();

        // Then
        assertThat(whole(model).months()).extracting(Pane::tally).containsExactly(yesOrNo(90, 100));
    }

    @Test
    void holdsBackAnAnswerThatIsMovedIntoAMonthThatHasClosed() {
        // Given
        // Its own month closes later
        Instant at = CLOSED.plusSeconds(60);
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);

        // When
        model.put(moved("2026-02-01T10:00:00Z", "2026-01-31T10:00:00Z", at));
        model.put(aMonth("2026-01").closed().asOf(at).positive(91, 101));
        model.publish();

        // Then
        assertThat(whole(model).months()).extracting(Pane::tally).containsExactly(yesOrNo(90, 100));
    }

    @Test
    void countsAnAnswerOfMidnightToTheMonthThatBegins() {
        // Given
        Instant at = Instant.parse("2026-04-16T10:00:00Z");
        Restatement atMidnight = RecordCopy.of(withdrawal(at), Restatement.newBuilder())
                .setFrom(new Filed(null, Instant.parse("2026-02-01T00:00:00Z")))
                .build();
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);

        // When
        model.put(atMidnight);
        model.put(aMonth("2026-01").closed().asOf(JANUARY).positive(90, 100));
        model.put(aMonth("2026-02").closed().asOf(at).positive(69, 79));
        model.publish();

        // Then
        assertThat(whole(model).months()).extracting(Pane::tally).containsExactly(yesOrNo(90, 100), yesOrNo(70, 80));
    }

    private static Counted yesOrNo(long positive, long n) {
        return new Counted(n, positive * 10_000, positive * 100_000_000);
    }

    private static Restatement moved(String from, String to, Instant at) {
        return RecordCopy.of(withdrawal(at), Restatement.newBuilder())
                .setKind(RestatementKind.CORRECTED)
                .setFrom(new Filed(null, Instant.parse(from)))
                .setTo(new Filed(null, Instant.parse(to)))
                .setChanges(List.of(new MeasureChange("fft-2020.positive", 10_000, 10_000)))
                .build();
    }

    private static Restatement worsened(Instant at) {
        Filed filed = new Filed(null, Instant.parse("2026-01-14T10:00:00Z"));
        return RecordCopy.of(withdrawal(at), Restatement.newBuilder())
                .setKind(RestatementKind.CORRECTED)
                .setFrom(filed)
                .setTo(filed)
                .setChanges(List.of(new MeasureChange("fft-2020.positive", 10_000, 0)))
                .build();
    }

    private static Restatement withdrawal(Instant at) {
        return Restatement.newBuilder()
                .setFeedbackId("0b5a3b5e-6f3f-4d0c-9d0a-222222222222")
                .setKind(RestatementKind.WITHDRAWN)
                .setHospital("H1")
                .setFromRevision(1)
                .setRevision(2)
                .setFrom(new Filed(null, Instant.parse("2026-01-14T10:00:00Z")))
                .setTo(null)
                .setChanges(List.of(new MeasureChange("fft-2020.positive", 10_000, null)))
                .setAsOf(at)
                .build();
    }

    @Test
    void tellsReadersOfNoChangeWhereNothingIsReleased() {
        // Given
        ReadModel model = new ReadModel(Clock.systemUTC(), EVERYBODY);
        model.put(aMonth("2026-01").closed().asOf(JANUARY).positive(90, 100));
        model.publish();
        Snapshot before = model.snapshot();

        // When
        model.put(aMonth("2026-03").positive(8, 9));
        model.publish();
        model.put(withdrawal(CLOSED.plusSeconds(60)));
        model.put(aMonth("2026-01").closed().asOf(CLOSED.plusSeconds(60)).positive(89, 99));
        model.put(aDrop().unit("WARD-1").open());
        model.publish();

        // Then
        assertThat(model.snapshot()).isSameAs(before);
    }
}
