package heed.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heed.schemas.AuditKind;
import java.util.ArrayList;
import java.util.List;
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
}
