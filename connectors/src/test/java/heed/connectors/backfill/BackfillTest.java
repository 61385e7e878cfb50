package heed.connectors.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.connectors.Beginning;
import heed.connectors.FakeWriter;
import heed.connectors.ImportProgress;
import heed.connectors.heard.FeedbackLog;
import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.FeedbackHeaders;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackfillTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    @TempDir
    private Path directory;

    private final FakeWriter writer = FakeWriter.acknowledging();
    private final AvroSerdes serdes = new AvroSerdes(new MemorySchemaRegistry());
    private final List<ConsumerRecord<String, byte[]>> log = new ArrayList<>();
    private int read;

    @Test
    void everyResponseArrivesWhenItWasGivenAndTheOldestComesFirst() throws Exception {
        // When
        BackfillSummary summary = backfill(
                line("H1", "2024-05-02T09:00:00Z"),
                line("H2", "2021-01-31T23:59:59+01:00"),
                "",
                line("H1", "2024-05-01T10:00:00Z"));

        // Then
        assertThat(writer.feedback()).extracting(Feedback::getHospital).containsExactly("H2", "H1", "H1");
        assertThat(writer.arrivals())
                .containsExactly(
                        Instant.parse("2021-01-31T22:59:59Z"),
                        Instant.parse("2024-05-01T10:00:00Z"),
                        Instant.parse("2024-05-02T09:00:00Z"))
                .isEqualTo(writer.feedback().stream().map(Feedback::getGivenAt).toList());
        assertThat(summary)
                .isEqualTo(new BackfillSummary(
                        3,
                        0,
                        2,
                        Instant.parse("2021-01-31T22:59:59Z"),
                        Instant.parse("2024-05-02T09:00:00Z"),
                        List.of()));
    }

    @Test
    void aLineWithoutAnIdHasTheSameEveryTimeAndLinesThatAreAlikeHaveOneEach() throws Exception {
        // When
        backfill(line("H1", "2024-05-01T10:00:00Z"), line("H1", "2024-05-01T10:00:00Z"));
        backfill(line("H1", "2024-05-01T10:00:00Z"), line("H1", "2024-05-01T10:00:00Z"));

        // Then
        List<String> ids =
                writer.feedback().stream().map(Feedback::getFeedbackId).toList();
        assertThat(ids.subList(0, 2)).doesNotHaveDuplicates().isEqualTo(ids.subList(2, 4));
    }

    @Test
    void anIdOfItsOwnIsKept() throws Exception {
        // When
        backfill(line("H1", "2024-05-01T10:00:00Z")
                .replaceFirst("\\{", "{\"feedback_id\":\"6F9619FF-8B86-4D01-B42D-00CF4FC964FF\","));

        // Then
        assertThat(writer.feedback())
                .extracting(Feedback::getFeedbackId)
                .containsExactly("6f9619ff-8b86-4d01-b42d-00cf4fc964ff");
    }

    @Test
    void oneMistakeAndNothingIsWritten() {
        // When // Then
        assertThatThrownBy(() -> backfill(
                        line("H1", "2024-05-01T10:00:00Z"),
                        line("H1", "2026-03-01T02:00:00Z"),
                        "{\"hospital\":\"H1\"",
                        line("H1", "2024-05-01T10:00:00Z").replace("good", "splendid")))
                .isInstanceOf(BackfillException.class)
                .hasMessageStartingWith("3 thing(s) are wrong in ")
                .hasMessageContaining("\n  line 2: $.given_at is more than an hour ahead of the clock here")
                .hasMessageContaining("\n  line 3: $ is not JSON")
                .hasMessageContaining(
                        "\n  line 4: $.answers.overall is not an answer to this question: very_good, good");
        assertThat(writer.feedback()).isEmpty();
    }

    @Test
    void anEmptyFileIsNoHistory() {
        // When // Then
        assertThatThrownBy(() -> backfill("", " "))
                .isInstanceOf(BackfillException.class)
                .hasMessageEndingWith(
                        " has no responses; a history has a JSON object a line, as POST /feedback takes them");
    }

    @Test
    void aRecordWithoutAValueIsNoResponse() throws Exception {
        // Given
        log.add(new ConsumerRecord<>(Topics.FEEDBACK.name(), 0, 0, "H1", null));

        // When
        backfill(line("H1", "2024-05-01T10:00:00Z"));

        // Then
        assertThat(writer.feedback()).hasSize(1);
    }

    @Test
    void aHospitalWithResponsesOfItsOwnIsRefusedAndToldWhatToDo() {
        // Given
        onTopic("H1", Channel.SMS, "2026-02-01T10:00:00Z");
        onTopic("H9", Channel.SMS, "2026-02-01T10:00:00Z");

        // When // Then
        assertThatThrownBy(() -> backfill(line("H1", "2024-05-01T10:00:00Z"), line("H2", "2024-05-01T10:00:00Z")))
                .isInstanceOf(BackfillException.class)
                .hasMessage(
                        "nothing was written: H1 has responses of its own since 2026-02-01T10:00:00Z. The watch goes"
                                + " forward in time, so a history comes before them. Leave such hospitals out of the file: they"
                                + " are learned from what comes in. Or begin anew, with an empty data directory or empty topics:"
                                + " first the history, then everything since.");
        assertThat(writer.feedback()).isEmpty();
    }

    @Test
    void aMonthOfWhichPublishedFiguresAreThereWouldCountTwice() {
        // Given
        onTopic("H1", Channel.PUBLISHED, "2024-05-20T10:00:00Z");

        // When // Then
        assertThatThrownBy(() -> backfill(line("H1", "2024-05-01T10:00:00Z")))
                .isInstanceOf(BackfillException.class)
                .hasMessageStartingWith("nothing was written: H1 has published figures of fft-2020 for 2024-05.");
    }

    @Test
    void publishedFiguresOfOtherMonthsStandInNoHistorysWay() throws Exception {
        // Given
        onTopic("H1", Channel.PUBLISHED, "2024-04-20T10:00:00Z");

        // When
        BackfillSummary summary = backfill(line("H1", "2024-05-01T10:00:00Z"));

        // Then
        assertThat(summary.written()).isEqualTo(1);
    }

    @Test
    void theSameFileAgainWritesWhatIsMissing() throws Exception {
        // Given
        String[] history = {line("H1", "2024-05-01T10:00:00Z"), line("H1", "2024-05-02T10:00:00Z")};
        backfill(history);
        onTopic(writer.feedback().get(0));

        // When
        BackfillSummary summary = backfill(history);

        // Then
        assertThat(summary.written()).isEqualTo(1);
        assertThat(summary.known()).isEqualTo(1);
        assertThat(writer.arrivals().get(2)).isEqualTo("2024-05-02T10:00:00Z");
    }

    @Test
    void anOlderHistoryAfterANewerOneIsRefused() throws Exception {
        // Given
        backfill(line("H1", "2024-05-01T10:00:00Z"));
        onTopic(writer.feedback().get(0));

        // When // Then
        assertThatThrownBy(() -> backfill(line("H1", "2024-04-30T10:00:00Z"), line("H1", "2024-05-01T10:00:00Z")))
                .isInstanceOf(BackfillException.class)
                .hasMessageStartingWith("nothing was written: H1 has a history until 2024-05-01T10:00:00Z, and the file"
                        + " has older responses that are not in it.");
    }

    @Test
    void saysWhereResponsesOfTheirOwnCameInMeanwhile() throws Exception {
        // When
        BackfillSummary summary = backfill(
                each -> {
                    if (!writer.feedback().isEmpty()) {
                        onTopic("H1", Channel.SMS, "2026-02-28T10:00:00Z");
                    }
                    readOn(each);
                },
                line("H1", "2024-05-01T10:00:00Z"));

        // Then
        assertThat(summary.overtaken()).containsExactly("H1");
    }

    @Test
    void whatIsNotAcknowledgedStopsItAndSaysHowToGoOn() {
        // Given
        FakeWriter failing = FakeWriter.failingFrom(1);

        // When // Then
        assertThatThrownBy(() -> new Backfill(
                                file(line("H1", "2024-05-01T10:00:00Z"), line("H1", "2024-05-02T10:00:00Z")),
                                Questionnaires.shipped(),
                                code -> ZoneId.of("Europe/London"),
                                this::readOn,
                                serdes.of(Topics.FEEDBACK).deserializer(),
                                NOW)
                        .run(failing, ImportProgress.NONE, Beginning.UNTOLD))
                .isInstanceOf(BackfillException.class)
                .hasMessage("stopped, broker away: 1 responses are safe. The same file again writes what is missing,"
                        + " each once");
    }

    @Test
    void aMarkedResponseThatDidNotArriveWhenItWasGivenIsTheHospitalsOwn() {
        // Given
        Feedback live = feedback("H1", Channel.SMS, "2026-02-01T10:00:00Z");
        onTopic(live, new RecordHeaders(List.of(FeedbackHeaders.backfill())), Instant.parse("2026-02-01T10:00:01Z"));

        // When // Then
        assertThatThrownBy(() -> backfill(line("H1", "2024-05-01T10:00:00Z")))
                .isInstanceOf(BackfillException.class)
                .hasMessageStartingWith("nothing was written: H1 has responses of its own since 2026-02-01T10:00:01Z.");
    }

    @Test
    void nothingIsWrittenWhereItMayNotBeginAndNobodyIsAskedWhereTheFileIsWrong() throws IOException {
        // Given
        List<String> asked = new ArrayList<>();
        Beginning refusing = () -> {
            asked.add("begin");
            throw new IllegalStateException("the audit did not take it");
        };

        // When // Then
        assertThatThrownBy(() ->
                        of(this::readOn, line("H1", "2024-05-01T10:00:00Z")).run(writer, ImportProgress.NONE, refusing))
                .hasMessage("the audit did not take it");
        assertThatThrownBy(() -> of(this::readOn, "{}").run(writer, ImportProgress.NONE, refusing))
                .isInstanceOf(BackfillException.class);
        assertThat(asked).hasSize(1);
        assertThat(writer.feedback()).isEmpty();
    }

    private BackfillSummary backfill(String... lines) throws Exception {
        return backfill(this::readOn, lines);
    }

    private BackfillSummary backfill(FeedbackLog topic, String... lines) throws Exception {
        return of(topic, lines).run(writer, ImportProgress.NONE, Beginning.UNTOLD);
    }

    private Backfill of(FeedbackLog topic, String... lines) throws IOException {
        read = 0;
        return new Backfill(
                file(lines),
                Questionnaires.shipped(),
                code -> ZoneId.of("Europe/London"),
                topic,
                serdes.of(Topics.FEEDBACK).deserializer(),
                NOW);
    }

    private Path file(String... lines) throws IOException {
        return Files.writeString(directory.resolve("history.ndjson"), String.join("\n", lines) + "\n");
    }

    private void readOn(Consumer<ConsumerRecord<String, byte[]>> each) {
        while (read < log.size()) {
            each.accept(log.get(read++));
        }
    }

    private static String line(String hospital, String givenAt) {
        return "{\"hospital\":\"" + hospital + "\",\"questionnaire\":\"fft-2020\",\"given_at\":\"" + givenAt
                + "\",\"answers\":{\"overall\":\"good\"}}";
    }

    /** Puts a response of a history on the topic. */
    private void onTopic(Feedback feedback) {
        onTopic(feedback, new RecordHeaders(List.of(FeedbackHeaders.backfill())));
    }

    /** Puts a response on the topic that came in by itself, or by an import. */
    private void onTopic(String hospital, Channel channel, String givenAt) {
        onTopic(feedback(hospital, channel, givenAt), new RecordHeaders());
    }

    private static Feedback feedback(String hospital, Channel channel, String givenAt) {
        return Feedback.newBuilder()
                .setFeedbackId("00000000-0000-4000-8000-000000000000")
                .setRevision(1)
                .setHospital(hospital)
                .setQuestionnaire("fft-2020")
                .setGivenAt(Instant.parse(givenAt))
                .setChannel(channel)
                .setAnswers(List.of(new Answer("overall", "good")))
                .build();
    }

    private void onTopic(Feedback feedback, RecordHeaders headers) {
        onTopic(feedback, headers, feedback.getGivenAt());
    }

    private void onTopic(Feedback feedback, RecordHeaders headers, Instant arrival) {
        byte[] value = serdes.of(Topics.FEEDBACK).serializer().serialize(Topics.FEEDBACK.name(), feedback);
        log.add(new ConsumerRecord<>(
                Topics.FEEDBACK.name(),
                0,
                log.size(),
                arrival.toEpochMilli(),
                TimestampType.CREATE_TIME,
                -1,
                -1,
                feedback.getHospital(),
                value,
                headers,
                Optional.empty()));
    }
}
