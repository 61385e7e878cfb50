package heed.monitoring.actions;

import static heed.monitoring.DropFixture.aDrop;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import heed.monitoring.Simulated;
import heed.monitoring.readmodel.Actions;
import heed.monitoring.readmodel.ReadModel;
import heed.monitoring.readmodel.ViewedModel;
import heed.monitoring.readmodel.Viewer;
import heed.schemas.Action;
import heed.schemas.Drop;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActionDeskTest {

    private static final Drop DROP = aDrop().open();
    private static final ActionDraft DRAFT = new ActionDraft("NOTED", "Sister Evans", "", "Short of staff.");

    /** An act that is being written, and what it waits for. */
    private record Writing(Action action, CompletableFuture<Void> acknowledged) {}

    private final Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00.123456Z"), ZoneOffset.UTC);
    private final ReadModel model = new ReadModel(clock, Simulated.STAFF);
    private final ViewedModel seen = model.seenBy(Viewer.everything());
    private final BlockingQueue<Writing> log = new LinkedBlockingQueue<>();
    private final List<String> counted = new CopyOnWriteArrayList<>();
    private final ActionDesk desk = new ActionDesk(
            action -> {
                var acknowledged = new CompletableFuture<Void>();
                log.add(new Writing(action, acknowledged));
                return acknowledged;
            },
            (kind, outcome) -> counted.add(kind + " " + outcome),
            clock);

    @BeforeEach
    void fill() {
        model.put(DROP);
        model.publish();
    }

    private CompletableFuture<Void> record(String id) {
        return CompletableFuture.runAsync(
                () -> {
                    try {
                        desk.record(seen, DROP, DRAFT, id);
                    } catch (NotRecordedException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                },
                task -> new Thread(task).start());
    }

    private Writing next() throws InterruptedException {
        return log.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void comesBackOnceTheActIsSafeAndShownAndWritesItNoMore() throws Exception {
        // Given
        CompletableFuture<Void> recorded = record("one");
        Writing writing = next();
        boolean beforeSafe = recorded.isDone();

        // When
        writing.acknowledged().complete(null);
        boolean beforeShown = recorded.isDone();
        model.put(writing.action());
        model.publish();
        recorded.get(10, TimeUnit.SECONDS);
        desk.record(seen, DROP, DRAFT, "one");

        // Then
        assertThat(beforeSafe || beforeShown).isFalse();
        assertThat(writing.action().getAt()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123Z"));
        assertThat(seen.snapshot().part(Actions.class).about(DROP).orElseThrow().action("one"))
                .isPresent();
        assertThat(log).isEmpty();
        assertThat(counted).containsExactly("NOTED RECORDED");
    }

    @Test
    void turnsAwayActsWhileTooManyAreBeingWritten() throws Exception {
        // Given
        CompletableFuture<?>[] first = new CompletableFuture<?>[ActionDesk.MOST_AT_ONCE];
        Writing[] writing = new Writing[first.length];
        for (int at = 0; at < first.length; at++) {
            first[at] = record("act " + at);
            writing[at] = next();
        }

        // When
        Throwable another = catchThrowable(() -> desk.record(seen, DROP, DRAFT, "another"));
        for (Writing each : writing) {
            model.put(each.action());
        }
        model.publish();
        for (Writing each : writing) {
            each.acknowledged().complete(null);
        }
        CompletableFuture.allOf(first).get(10, TimeUnit.SECONDS);
        counted.removeIf("NOTED RECORDED"::equals);
        CompletableFuture<Void> later = record("another");
        Writing taken = next();
        taken.acknowledged().completeExceptionally(new IllegalStateException("away"));

        // Then
        assertThat(another).isInstanceOf(NotRecordedException.class).hasMessage("too many acts are being written");
        assertThat(taken.action().getActionId()).isEqualTo("another");
        assertThatThrownBy(later::join).hasRootCauseInstanceOf(NotRecordedException.class);
        assertThat(counted).containsExactly("NOTED TURNED_AWAY", "NOTED NOT_WRITTEN");
    }

    @Test
    void refusesWhatIsNotComplete() {
        // When // Then
        assertThatThrownBy(() -> desk.record(seen, DROP, new ActionDraft("NOTED", "Sister Evans", "", ""), "one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not complete: [TEXT]");
    }
}
