package heed.connectors.notify;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Audience;
import heed.schemas.Delivery;
import heed.schemas.DeliveryOutcome;
import heed.schemas.Severity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LaneWorkerTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final Told told = new Told();
    private final Waiting waiting = new Waiting(10);
    private final List<Delivery> noted = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> unwritten = new CopyOnWriteArrayList<>();
    private final List<RuntimeException> unread = new CopyOnWriteArrayList<>();
    private final AtomicInteger reread = new AtomicInteger();
    private final Scripted receiver = new Scripted();
    private final AtomicReference<Instant> now = new AtomicReference<>(Sample.NOON);
    private Stands stands = Stands.UNKNOWN;
    private LaneWorker worker;

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void triesAgainUnderTheSameIdUntilItIsTakenAndNotesItBeforeTheNext() {
        // Given
        receiver.failures.addAll(List.of(new IOException("away"), new IOException("away")));
        waiting.offer(notice("d1", Sample.NOON));
        waiting.offer(notice("d2", Sample.NOON));

        // When
        start(Hours.ALWAYS, Optional.empty());
        Awaitility.await().atMost(SOON).until(() -> worker.status().told() == 2);

        // Then
        assertThat(receiver.tried)
                .extracting(message -> message.first().about())
                .containsExactly("d1", "d1", "d1", "d2");
        assertThat(receiver.tried.stream().map(Message::id).distinct()).hasSize(2);
        assertThat(noted)
                .extracting(row -> row.getAbout() + " " + row.getOutcome() + " " + row.getAttempts())
                .containsExactly("d1 TOLD 3", "d2 TOLD 1");
        assertThat(worker.status().failed()).isEqualTo(2);
        assertThat(worker.status().isFailing()).isFalse();
    }

    @Test
    void eachTrySaysHowADropStandsByThenUnderTheSameId() {
        // Given
        var looks = new AtomicInteger();
        stands = (drop, route) -> {
            int look = looks.incrementAndGet();
            return Optional.of(new Stands.Said("Look " + look + ".", "Golwg " + look + "."));
        };
        receiver.failures.add(new IOException("away"));
        waiting.offer(Sample.ofDrop());

        // When
        start(Hours.ALWAYS, Optional.empty());
        Awaitility.await().atMost(SOON).until(() -> worker.status().told() == 1);

        // Then
        assertThat(receiver.tried)
                .extracting(message -> message.first().english().sentence())
                .containsExactly("The score is lower than usual. Look 1.", "The score is lower than usual. Look 2.");
        assertThat(receiver.tried.stream().map(Message::id).distinct()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("whatGivesUp")
    void goesOnAfterWhatIsRefusedForGoodAndWhatItFailsByEachTimeAndCountsIt(List<Throwable> failures, String outcome) {
        // Given
        receiver.failures.addAll(failures);
        waiting.offer(notice("d1", Sample.NOON));
        waiting.offer(notice("d2", Sample.NOON));

        // When
        start(Hours.ALWAYS, Optional.empty());
        Awaitility.await().atMost(SOON).until(() -> worker.status().told() == 1);

        // Then
        assertThat(noted)
                .extracting(row -> row.getAbout() + " " + row.getOutcome() + " " + row.getAttempts())
                .containsExactly("d1 " + outcome, "d2 TOLD 1");
        assertThat(worker.status().refused()).isEqualTo(1);
    }

    static Stream<Arguments> whatGivesUp() {
        return Stream.of(
                Arguments.of(List.of(new RefusedException("answered 400")), "REFUSED 1"),
                Arguments.of(
                        Collections.nCopies(LaneWorker.MOST_FAULTS, new IllegalStateException("by d1")), "REFUSED 10"));
    }

    @Test
    void goesOnAfterAReceiverFailedInAWayThatNobodyForesawAndTriesTheMessageAgain() {
        // Given
        receiver.failures.addAll(List.of(new IllegalStateException("unforeseen"), new InternalError("nor this")));
        waiting.offer(notice("d1", Sample.NOON));
        waiting.offer(notice("d2", Sample.NOON));

        // When
        start(Hours.ALWAYS, Optional.empty());
        Awaitility.await().atMost(SOON).until(() -> worker.status().told() == 2);

        // Then
        assertThat(receiver.tried)
                .extracting(message -> message.first().about())
                .containsExactly("d1", "d1", "d1", "d2");
        assertThat(worker.status().failed()).isEqualTo(2);
        assertThat(worker.status().isFailing()).isFalse();
    }

    @Test
    void whatIsToldIsNotToldAgainWhereTheNoteOfItFailsAtOnce() {
        // Given
        unwritten.add(new IllegalStateException("no schema"));
        waiting.offer(notice("d1", Sample.NOON));

        // When
        start(Hours.ALWAYS, Optional.empty());
        Awaitility.await().atMost(SOON).until(() -> worker.status().told() == 1);

        // Then
        assertThat(receiver.tried).hasSize(1);
        assertThat(noted).extracting(Delivery::getAbout).containsExactly("d1");
    }

    @Test
    void topicsThatCouldNotBeReadAgainAreReadOnceMoreAndTheRouteIsNotSaidToFailAfterwards() {
        // Given
        unread.add(new IllegalStateException("unforeseen"));
        waiting.leaveSome();

        // When
        start(Hours.ALWAYS, Optional.empty());
        Awaitility.await()
                .atMost(SOON)
                .until(() -> reread.get() == 1 && !worker.status().isFailing());

        // Then
        assertThat(worker.status().failed()).isEqualTo(1);
    }

    @Test
    void waitsForItsHours() {
        // Given
        now.set(Instant.parse("2026-03-04T07:59:59Z"));
        waiting.offer(notice("d1", Sample.NOON));
        start(new Hours(Hours.ALWAYS.days(), LocalTime.of(8, 0), LocalTime.of(18, 0)), Optional.empty());
        int before = receiver.tried.size();

        // When
        now.set(Instant.parse("2026-03-04T08:00:00Z"));
        Awaitility.await().atMost(SOON).until(() -> worker.status().told() == 1);

        // Then
        assertThat(before).isZero();
    }

    @Test
    void aDigestTellsInOneMessageWhatCameBeforeItWasDueAndTheRestTheNextDay() {
        // Given
        now.set(Instant.parse("2026-03-05T07:00:00Z"));
        waiting.offer(notice("d1", Instant.parse("2026-03-04T09:00:00Z")));
        waiting.offer(notice("d2", Instant.parse("2026-03-05T06:59:00Z")));
        waiting.offer(notice("d3", Instant.parse("2026-03-05T07:00:00Z")));
        start(Hours.ALWAYS, Optional.of(DigestEvery.DAY));
        Awaitility.await().atMost(SOON).until(() -> worker.status().told() == 2);
        int first = receiver.tried.get(0).notices().size();

        // When
        now.set(Instant.parse("2026-03-06T07:00:00Z"));
        Awaitility.await().atMost(SOON).until(() -> worker.status().told() == 3);

        // Then
        assertThat(first).isEqualTo(2);
        assertThat(noted)
                .extracting(Delivery::getTold)
                .containsExactly(List.of("d1|open-moderate", "d2|open-moderate"), List.of("d3|open-moderate"));
        assertThat(noted).extracting(Delivery::getOutcome).containsOnly(DeliveryOutcome.TOLD);
    }

    private void start(Hours hours, Optional<DigestEvery> digest) {
        var route = new NoticeRoute("program", Sample.everything(), Audience.INTERNAL, hours, digest, receiver);
        var notes = new DeliveryNotes((key, row) -> {
            if (!unwritten.isEmpty()) {
                throw unwritten.remove(0);
            }
            noted.add(row);
            return CompletableFuture.completedStage(null);
        });
        worker = new LaneWorker(
                route,
                told,
                waiting,
                new RouteStatus("program", waiting::size, receiver::undrawn),
                this::readAgain,
                new LaneWorker.Setup(
                        notes,
                        () -> Sample.PAGE,
                        ZoneOffset.UTC,
                        new RetryWait(Duration.ofMillis(1), Duration.ofMillis(2)),
                        stands,
                        ((InstantSource) now::get).withZone(ZoneOffset.UTC)));
        worker.start();
    }

    private void readAgain() {
        if (!unread.isEmpty()) {
            throw unread.remove(0);
        }
        reread.incrementAndGet();
    }

    private static Notice notice(String about, Instant asOf) {
        return Sample.notice(about, "open-moderate", Severity.MODERATE, asOf);
    }

    /** Takes what comes once it has failed as often as it is told. */
    private static final class Scripted implements Receiver {

        private final List<Throwable> failures = new CopyOnWriteArrayList<>();
        private final List<Message> tried = new CopyOnWriteArrayList<>();

        @Override
        public void deliver(Message message) throws IOException {
            tried.add(message);
            if (!failures.isEmpty()) {
                Throwable failure = failures.remove(0);
                if (failure instanceof IOException known) {
                    throw known;
                }
                if (failure instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) failure;
            }
        }

        @Override
        public String where() {
            return "a script";
        }
    }
}
