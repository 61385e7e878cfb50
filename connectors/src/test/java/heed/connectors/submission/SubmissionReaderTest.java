package heed.connectors.submission;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Holds the checks to plain values, as a row of a table brings them. */
class SubmissionReaderTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final String ID = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";

    private final SubmissionReader reader =
            new SubmissionReader(Questionnaires.shipped(), Duration.ofDays(45), () -> UUID.fromString(ID));
    private final Problems problems = new Problems();

    @Test
    void makesAResponseOfPlainValues() {
        // Given
        Map<String, Submitted> row = row();
        row.put("channel", new Submitted.Text("paper"));
        row.put("unit", new Submitted.Nothing());

        // When
        Optional<Feedback> read = reader.read(new Row(7), new Submitted.Fields(row), NOON, problems)
                .map(Submission::response);

        // Then
        assertThat(read)
                .contains(Feedback.newBuilder()
                        .setFeedbackId(ID)
                        .setHospital("R1H")
                        .setQuestionnaire("fft-2020")
                        .setGivenAt(Instant.parse("2026-04-01T10:00:00Z"))
                        .setChannel(Channel.PAPER)
                        .setAnswers(List.of(new Answer("overall", "good")))
                        .build());
        assertThat(problems.count()).isZero();
    }

    @Test
    void refusesAHospitalThatMayNotSend() {
        // Given
        var listed = new SubmissionReader(
                Questionnaires.shipped(), Duration.ofDays(45), () -> UUID.fromString(ID), "R1A"::equals);

        // When
        Optional<Feedback> read = listed.read(new Row(7), new Submitted.Fields(row()), NOON, problems)
                .map(Submission::response);

        // Then
        assertThat(read).isEmpty();
        assertThat(problems.listed())
                .extracting(Problem::message)
                .containsExactly("is not in the hospitals' file, which is the list of who may send");
    }

    @Test
    void saysWhatIsWrongInTheWordsOfTheWayThatItCame() {
        // Given
        Map<String, Submitted> row = row();
        row.put("hospital", new Submitted.Text("St Mary's"));
        row.put("revision", new Submitted.Text("second"));
        row.put("CANARY words", new Submitted.Text("kind"));
        row.put("answers", answers("overall", "CANARY"));

        // When
        Optional<Feedback> read = reader.read(new Row(7), new Submitted.Fields(row), NOON, problems)
                .map(Submission::response);

        // Then
        assertThat(read).isEmpty();
        assertThat(problems.listed())
                .extracting(Problem::path)
                .containsExactly(
                        "line 7, column (field 6)",
                        "line 7, column revision",
                        "line 7, column hospital",
                        "line 7, column answers.overall");
        assertThat(problems.listed().toString()).doesNotContain("CANARY");
    }

    @Test
    void reportsMoreThanOneSubmissionTogether() {
        // Given
        Map<String, Submitted> without = row();
        without.remove("hospital");

        // When
        Optional<Feedback> first = reader.read(new Row(7), new Submitted.Fields(without), NOON, problems)
                .map(Submission::response);
        Optional<Feedback> second = reader.read(new Row(8), new Submitted.Fields(row()), NOON, problems)
                .map(Submission::response);

        // Then
        assertThat(first).isEmpty();
        assertThat(second).isPresent();
        assertThat(problems.listed()).containsExactly(new Problem("line 7, column hospital", "is required", List.of()));
    }

    private static Map<String, Submitted> row() {
        Map<String, Submitted> row = new LinkedHashMap<>();
        row.put("hospital", new Submitted.Text("R1H"));
        row.put("questionnaire", new Submitted.Text("fft-2020"));
        row.put("given_at", new Submitted.Text("2026-04-01T11:00:00+01:00"));
        row.put("answers", answers("overall", "good"));
        return row;
    }

    private static Submitted answers(String question, String answer) {
        return new Submitted.Fields(Map.of(question, new Submitted.Text(answer)));
    }

    /** A row of a table, or one of its columns. */
    private record Row(int line, String column) implements SubmissionPlace {

        Row(int line) {
            this(line, "");
        }

        @Override
        public String text() {
            return "line " + line + ", column " + column;
        }

        @Override
        public SubmissionPlace field(String name) {
            return new Row(line, column.isEmpty() ? name : column + "." + name);
        }
    }
}
