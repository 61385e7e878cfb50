package heed.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heed.schemas.AuditKind;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class NotedActTest {

    private final List<String> happened = new ArrayList<>();
    private int taken = 2;

    private final NotedAct act = new NotedAct(
            (kind, about, hospital) -> {
                if (taken-- <= 0) {
                    throw new IllegalStateException("heed.audit.v1 did not take it: too slow");
                }
                happened.add(kind + " " + about + " " + hospital);
            },
            AuditKind.REBASELINED,
            "fft-2020.positive",
            "H1");

    private void write() {
        happened.add("written");
    }

    private static NotedAct.Write failing(RuntimeException why) {
        return () -> {
            throw new IllegalStateException("writing the act: " + why.getMessage(), why);
        };
    }

    @Test
    void isInTheAuditBeforeItIsTriedAndOnceWhereItIsDone() throws InterruptedException {
        // When
        act.run(this::write);

        // Then
        assertThat(happened).containsExactly("REBASELINED fft-2020.positive H1", "written");
    }

    @Test
    void isNotTriedWhereTheAuditDoesNotTakeIt() {
        // Given
        taken = 0;

        // When
        var failure = catchThrowableOfType(IllegalStateException.class, () -> act.run(this::write));

        // Then
        assertThat(happened).isEmpty();
        assertThat(failure)
                .hasMessage("nothing was done, as the audit did not take that it was to be: heed.audit.v1 did not take"
                        + " it: too slow");
    }

    @Test
    void isInTheAuditAsNotKnownToBeKeptWhereKafkaDoesNotAnswerAndWhoAskedIsTold() {
        // When
        var failure =
                catchThrowableOfType(IllegalStateException.class, () -> act.run(failing(new TimeoutException("8 s"))));

        // Then
        assertThat(happened)
                .containsExactly(
                        "REBASELINED fft-2020.positive H1", "REBASELINED fft-2020.positive, not known to be kept H1");
        assertThat(failure)
                .hasMessage("it is not known whether it was done: writing the act: 8 s. Look whether it was, and do it"
                        + " again where it was not");
    }

    @Test
    void isInTheAuditAsNotDoneWhereKafkaDoesNotAllowIt() {
        // When
        var failure = catchThrowableOfType(
                IllegalStateException.class,
                () -> act.run(failing(new TopicAuthorizationException("heed.accounts.v1 is not yours"))));

        // Then
        assertThat(happened)
                .containsExactly("REBASELINED fft-2020.positive H1", "REBASELINED fft-2020.positive, not done H1");
        assertThat(failure).hasMessage("it was not done: writing the act: heed.accounts.v1 is not yours");
    }

    @Test
    void saysThatTheAuditHasItAsDoneWhereThatTakesNoMore() {
        // Given
        taken = 1;

        // When
        var failure =
                catchThrowableOfType(IllegalStateException.class, () -> act.run(failing(new TimeoutException("8 s"))));

        // Then
        assertThat(happened).containsExactly("REBASELINED fft-2020.positive H1");
        assertThat(failure).hasMessageEndingWith("The audit did not take that either, and has it as done");
    }

    /** What writes to Kafka may not even be made: where a name can't be resolved any more, or a key store is gone. */
    @Test
    void saysWhatBecameOfItAlsoWhereTheAuditCanNotEvenBeAsked() {
        // Given
        var gone = new NotedAct(
                (kind, about, hospital) -> {
                    if (taken-- <= 1) {
                        throw new KafkaException("Failed to construct kafka producer");
                    }
                },
                AuditKind.KEY_REVOKED,
                "heed_in_Ab12",
                null);

        // When
        var failure =
                catchThrowableOfType(RuntimeException.class, () -> gone.run(failing(new TimeoutException("8 s"))));
        var next = catchThrowableOfType(RuntimeException.class, () -> gone.run(this::write));

        // Then
        assertThat(failure)
                .hasMessageStartingWith("it is not known whether it was done: writing the act: 8 s")
                .hasMessageEndingWith("The audit did not take that either, and has it as done");
        assertThat(next)
                .hasMessage("nothing was done, as the audit did not take that it was to be: Failed to construct kafka"
                        + " producer");
        assertThat(happened).isEmpty();
    }

    @Test
    void theAuditSaysItselfThatItCanNotBeAsked() {
        // Given
        var audit = new CommandAudit(
                Map.of("bootstrap.servers", "no-port"),
                new AvroSerdes(new MemorySchemaRegistry()),
                "ito",
                Clock.systemUTC());

        // When
        var failure =
                catchThrowableOfType(RuntimeException.class, () -> audit.note(AuditKind.EXPORTED, "backup", null));

        // Then
        assertThat(failure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("heed.audit.v1 did not take it: ");
    }

    @Test
    void whatChangesNothingGoesOnAndIsToldWhyItWasNotNoted() throws InterruptedException {
        // Given
        NotedAct.Notes away = (kind, about, hospital) -> {
            throw new IllegalStateException("heed.audit.v1 did not take it: too slow");
        };
        NotedAct.Notes taking = (kind, about, hospital) -> happened.add(kind + " " + about + " " + hospital);

        // When
        Optional<String> why = away.noteWherePossible(AuditKind.EXPORTED, "backup", null);
        Optional<String> nothing = taking.noteWherePossible(AuditKind.EXPORTED, "backup", null);

        // Then
        assertThat(why).contains("heed.audit.v1 did not take it: too slow");
        assertThat(nothing).isEmpty();
        assertThat(happened).containsExactly("EXPORTED backup null");
    }

    @Test
    void whatIsDoneInPartsIsNotedWhereItBeginsAndOnceMoreWhereItStopped() throws InterruptedException {
        // Given
        taken = 3;

        // When
        String done = act.inParts(beginning -> {
            beginning.begin();
            write();
            return "all";
        });
        var wrong = catchThrowableOfType(
                RuntimeException.class,
                () -> act.inParts(beginning -> {
                    throw new IllegalArgumentException("the file is damaged");
                }));
        var stopped = catchThrowableOfType(
                RuntimeException.class,
                () -> act.inParts(beginning -> {
                    beginning.begin();
                    throw new IllegalArgumentException("stopped: 3 are safe");
                }));
        var refused = catchThrowableOfType(
                RuntimeException.class,
                () -> act.inParts(beginning -> {
                    beginning.begin();
                    write();
                    return "never";
                }));

        // Then
        assertThat(done).isEqualTo("all");
        assertThat(wrong).hasMessage("the file is damaged");
        assertThat(stopped).hasMessage("stopped: 3 are safe");
        assertThat(refused).hasMessageStartingWith("nothing was done, as the audit did not take that it was to be");
        assertThat(happened)
                .containsExactly(
                        "REBASELINED fft-2020.positive H1",
                        "written",
                        "REBASELINED fft-2020.positive H1",
                        "REBASELINED fft-2020.positive, not known to be kept H1");
    }
}
