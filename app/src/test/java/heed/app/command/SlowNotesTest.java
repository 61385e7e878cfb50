package heed.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heed.app.access.NotedAct;
import heed.schemas.AuditKind;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SlowNotesTest {

    private final List<String> happened = new CopyOnWriteArrayList<>();

    @Test
    void saysWhatIsWaitedForWhileItIs() throws InterruptedException {
        // Given
        var said = new CountDownLatch(1);
        NotedAct.Notes slow = (kind, about, hospital) -> {
            if (!said.await(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("nothing was said");
            }
            happened.add(kind + " " + about + " " + hospital);
        };
        var notes = new SlowNotes(slow, Duration.ofMillis(1), words -> {
            happened.add(words);
            said.countDown();
        });

        // When
        notes.note(AuditKind.EXPORTED, "tail drops", "H1");

        // Then
        assertThat(happened)
                .containsExactly(
                        "Waits for the brokers to take the audit's entry of this, for up to a minute.",
                        "EXPORTED tail drops H1");
    }

    @Test
    void saysNothingWhereTheAuditTakesItAtOnceOrRefusesIt() throws InterruptedException {
        // Given
        NotedAct.Notes quick = (kind, about, hospital) -> happened.add(about);
        NotedAct.Notes away = (kind, about, hospital) -> {
            throw new IllegalStateException("heed.audit.v1 did not take it: not yours");
        };

        // When
        new SlowNotes(quick, Duration.ofHours(1), happened::add).note(AuditKind.EXPORTED, "tail drops", null);
        var refused = catchThrowableOfType(
                IllegalStateException.class, () -> new SlowNotes(away, Duration.ofHours(1), happened::add)
                        .note(AuditKind.EXPORTED, "tail drops", null));

        // Then
        assertThat(happened).containsExactly("tail drops");
        assertThat(refused).hasMessage("heed.audit.v1 did not take it: not yours");
    }
}
