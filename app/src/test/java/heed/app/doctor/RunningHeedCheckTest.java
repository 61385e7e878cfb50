package heed.app.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunningHeedCheckTest {

    private static final URI PAGE = URI.create("http://127.0.0.1:8080/");

    private static Optional<Finding> said(String status, String reasons) {
        return RunningHeedCheck.said(
                PAGE,
                """
                {"status": "%s", "state": "RUNNING", "since": "2026-03-01T12:00:00Z", "reasons": [%s]}
                """
                        .formatted(status, reasons));
    }

    @Test
    void passesOnThatTheRunningHeedIsWell() {
        // When
        Optional<Finding> finding = said("ok", "");

        // Then
        assertThat(finding)
                .contains(Finding.ok("the running Heed at http://127.0.0.1:8080/ says that it is ok"
                        + " (RUNNING since 2026-03-01T12:00:00Z)"));
    }

    @Test
    void passesOnWhatTheRunningHeedSaysIsWrong() {
        // When
        Optional<Finding> failing = said("failing", "\"a thread died\", \"the page's reader has ended\"");
        Optional<Finding> degraded = said("degraded", "\"the schema registry did not answer\"");

        // Then
        assertThat(failing)
                .contains(Finding.problem(
                        "the running Heed at http://127.0.0.1:8080/ says that it is failing"
                                + " (RUNNING since 2026-03-01T12:00:00Z): a thread died; the page's reader has ended",
                        "Look at http://127.0.0.1:8080/pipeline; what to do is at http://127.0.0.1:8080/runbooks"));
        assertThat(degraded).get().matches(Finding::isProblem);
    }

    @Test
    void takesNoOtherServerForHeed() {
        // When // Then
        assertThat(RunningHeedCheck.said(PAGE, "<html>Not found</html>")).isEmpty();
        assertThat(RunningHeedCheck.said(PAGE, "{\"status\": \"UP\"}")).isEmpty();
        assertThat(RunningHeedCheck.said(PAGE, "")).isEmpty();
    }
}
