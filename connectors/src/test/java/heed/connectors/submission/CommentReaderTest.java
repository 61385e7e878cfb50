package heed.connectors.submission;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Comment;
import heed.schemas.Feedback;
import heed.schemas.Rated;
import heed.schemas.questionnaire.Questionnaire;
import heed.schemas.questionnaire.Questionnaires;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommentReaderTest {

    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    private static final Questionnaire FFT =
            Questionnaires.shipped().byId("fft-2020").orElseThrow();

    private final CommentReader reader = CommentFixture.reader();

    @Test
    void readsTextLanguageAndQuestion() {
        // Given
        Map<String, Submitted> fields = new LinkedHashMap<>();
        fields.put("text", new Submitted.Text("Diolch i Dr Evans"));
        fields.put("language", new Submitted.Text("cy"));
        fields.put("question", new Submitted.Text("why"));

        // When
        WrittenWords words = reader.read(new Submitted.Fields(fields), response("very_good"), FFT);

        // Then
        assertThat(words.comment())
                .contains(new Comment(
                        "aaaaaaaa-0000-4000-8000-000000000000",
                        2,
                        "R1H",
                        "W7",
                        "why",
                        "cy",
                        Rated.GOOD,
                        "Diolch i Dr [name]",
                        NOON));
    }

    @ParameterizedTest
    @CsvSource({"very_good,GOOD", "neither,POOR", "very_poor,POOR"})
    void saysHowTheResponseRatedCareAsAWhole(String answer, Rated rated) {
        // When
        WrittenWords words = reader.read(new Submitted.Text("So it was."), response(answer), FFT);

        // Then
        assertThat(words.comment()).map(Comment::getRated).contains(rated);
    }

    @Test
    void writesInOneWayWhatReadsAlike() {
        // When
        WrittenWords words = reader.read(
                new Submitted.Text(
                        " Cafe\u0301\u00a0\tring \u0660\u0667\u0667\u0660\u0660\u0669\u0660\u0660\u0661\u0662\u0663\r\n\r\n\r\n\r\nno\u200bw \u202eplease "),
                response("good"),
                FFT);

        // Then
        assertThat(words.comment()).map(Comment::getText).contains("Caf\u00e9 ring [phone number]\n\nnow please");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001b[31mb", "a\u0007", "half \ud83d of one"})
    void refusesControlCharactersAndHalves(String written) {
        // When
        WrittenWords words = reader.read(new Submitted.Text(written), response("good"), FFT);

        // Then
        assertThat(words.comment()).isEmpty();
        assertThat(words.refusal()).contains("holds control characters, or halves of characters");
    }

    @Test
    void refusesWhatIsLongerThanTheSetting() {
        // When
        WrittenWords atLimit = reader.read(new Submitted.Text("\ud83d\ude00".repeat(200)), response("good"), FFT);
        WrittenWords pastLimit = reader.read(new Submitted.Text("\ud83d\ude00".repeat(201)), response("good"), FFT);

        // Then
        assertThat(atLimit.comment()).isPresent();
        assertThat(pastLimit.refusal()).contains("is longer than 200 characters, the setting comments.longest");
    }

    @Test
    void takesNothingWrittenAsNoComment() {
        // When
        WrittenWords words = reader.read(new Submitted.Text(" \n "), response("good"), FFT);

        // Then
        assertThat(words).isEqualTo(WrittenWords.NONE);
    }

    @Test
    void refusesOtherShapesWithoutRepeatingThem() {
        // When
        WrittenWords number = reader.read(new Submitted.Whole("7"), response("good"), FFT);
        WrittenWords unknown = reader.read(
                new Submitted.Fields(Map.of("text", new Submitted.Text("x"), "CANARY", new Submitted.Text("y"))),
                response("good"),
                FFT);
        WrittenWords language = reader.read(
                new Submitted.Fields(
                        Map.of("text", new Submitted.Text("x"), "language", new Submitted.Text("CAN ARY"))),
                response("good"),
                FFT);

        // Then
        assertThat(List.of(
                        number.refusal().orElseThrow(),
                        unknown.refusal().orElseThrow(),
                        language.refusal().orElseThrow()))
                .containsExactly(
                        "must be text, or an object of text, language, question",
                        "has a field that is none of text, language, question",
                        "has a language that does not match [A-Za-z0-9-]{1,35}");
    }

    private static Feedback response(String answer) {
        return Feedback.newBuilder()
                .setFeedbackId("aaaaaaaa-0000-4000-8000-000000000000")
                .setRevision(2)
                .setHospital("R1H")
                .setUnit("W7")
                .setQuestionnaire("fft-2020")
                .setGivenAt(NOON)
                .setChannel(Channel.SMS)
                .setAnswers(List.of(new Answer("overall", answer)))
                .build();
    }
}
