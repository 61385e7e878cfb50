package heed.connectors.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import heed.connectors.Beginning;
import heed.connectors.FakeWriter;
import heed.connectors.ImportProgress;
import heed.connectors.deidentify.IdentifierKind;
import heed.connectors.heard.FeedbackLog;
import heed.connectors.mapping.MappingGuess;
import heed.connectors.mapping.MappingReader;
import heed.connectors.mapping.ShippedMappings;
import heed.connectors.submission.CommentFixture;
import heed.connectors.submission.Problem;
import heed.connectors.table.TableSource;
import heed.connectors.words.FakeCommentWriter;
import heed.connectors.words.SubmissionWriter;
import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Comment;
import heed.schemas.Feedback;
import heed.schemas.hospital.Hospital;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RowImportTest {

    private static final Instant NOW = Instant.parse("2026-04-20T00:00:00Z");
    private static final String MAPPING =
            """
            questionnaire: fft-2020
            source: tablets
            leave_out: {Trust: "England.*|Total|Note:.*"}
            hospital: {column: Trust}
            unit: {column: Ward}
            given_at: {column: Date, format: "d/M/yyyy H:mm"}
            channel: {column: Mode}
            answers:
              overall: {column: Q1, numbers: 1}
            """;
    private static final String WITH_IDS = MAPPING + "id: {column: No}\n";
    private static final String HEADER = "No,Trust,Ward,Date,Mode,Q1\n";

    private final Questionnaires questionnaires = Questionnaires.shipped();
    private final FakeWriter writer = FakeWriter.acknowledging();
    private final FakeCommentWriter comments = FakeCommentWriter.acknowledging();
    private final AvroSerdes serdes = new AvroSerdes(new MemorySchemaRegistry());
    private HospitalDirectory hospitals = HospitalDirectory.empty();

    private static final String WHOLE_CELLS =
            "; where the program that wrote it leaves empty cells out at the end, have it write .xlsx or CSV with all cells";

    @Test
    void rowsBecomeResponsesThatArriveNow() throws Exception {
        // When
        RowSummary summary = run(
                MAPPING,
                HEADER + "1,RQX,Ward 7 (AMU),1/4/2026 10:15,QR,1 - Very good\n"
                        + "2,RQX,,2/4/2026 9:00,tablet,Dont Know\n"
                        + "3,Total,,,,\n"
                        + "4,RQX,,2/4/2026 9:00,tablet,-99\n");

        // Then
        assertThat(summary).isEqualTo(new RowSummary(2, 0, 0, 1, 1, 1, 0, List.of(), List.of(), RowComments.NONE));
        assertThat(writer.arrivals()).containsOnly(NOW);
        assertThat(writer.feedback().stream().map(SubmissionLine::of).map(RowImportTest::withoutId))
                .containsExactly(
                        "\"hospital\":\"RQX\",\"unit\":\"Ward-7-AMU\",\"questionnaire\":\"fft-2020\","
                                + "\"given_at\":\"2026-04-01T09:15:00Z\",\"channel\":\"web\","
                                + "\"answers\":{\"overall\":\"very_good\"}}",
                        "\"hospital\":\"RQX\",\"questionnaire\":\"fft-2020\","
                                + "\"given_at\":\"2026-04-02T08:00:00Z\",\"channel\":\"kiosk\","
                                + "\"answers\":{\"overall\":\"dont_know\"}}");
    }

    @Test
    void theSameFileAgainChangesNothingAndRowsThatAreAlikeCountEach() throws Exception {
        // Given
        String file = HEADER + ",RQX,,1/4/2026 10:15,sms,1\n" + ",RQX,,1/4/2026 10:15,sms,1\n";

        // When
        RowSummary first = run(MAPPING, file);
        RowSummary again = run(MAPPING, file, writer.feedback());

        // Then
        assertThat(first.written()).isEqualTo(2);
        assertThat(writer.feedback()).hasSize(2);
        assertThat(again).isEqualTo(new RowSummary(0, 2, 0, 1, 0, 0, 0, List.of(), List.of(), RowComments.NONE));
    }

    @Test
    void badRowsAreNamedByFileAndLineAndColumnAndTheOthersAreWritten() throws Exception {
        // When
        RowSummary summary = run(
                MAPPING,
                HEADER + "1,RQX,,1/4/2026 10:15,sms,1\n"
                        + "2,,,1/4/2026 10:15,sms,1\n"
                        + "3,RQX,,2026-04-01,sms,1\n"
                        + "4,RQX,,1/4/2026 10:15,pigeon,1\n"
                        + "5,RQX,,1/4/2026 10:15,sms,\"Every\nthing\"\n"
                        + "6,RQX,,1/4/2025 10:15,sms,1\n"
                        + "7,RQX,,21/4/2026 10:15,sms,1\n"
                        + "8,RQX\n"
                        + "9,RQX,,1/4/2026 10:15,sms,1,9\n");

        // Then
        assertThat(summary.written()).isEqualTo(1);
        assertThat(summary.refused()).isEqualTo(8);
        assertThat(summary.unanswered()).isZero();
        assertThat(summary.problems().stream().map(Problem::path))
                .containsExactly(
                        "f.csv, line 3: hospital (column 'Trust')",
                        "f.csv, line 4: given_at (column 'Date')",
                        "f.csv, line 5: channel (column 'Mode')",
                        "f.csv, line 6: answers.overall (column 'Q1')",
                        "f.csv, line 8: given_at (column 'Date')",
                        "f.csv, line 9: given_at (column 'Date')",
                        "f.csv, line 10:",
                        "f.csv, line 11:");
        assertThat(summary.problems().toString()).doesNotContain("pigeon").doesNotContain("Every");
        assertThat(summary.problems().get(4).message()).startsWith("is more than 45 days ago, the lateness; ");
    }

    @Test
    void aRowThatEndsBeforeItsAnswersIsRefusedAndOneWhoseAnswersAreEmptyIsUnanswered() throws Exception {
        // When
        RowSummary summary = run(
                MAPPING,
                HEADER + "1,RQX,,1/4/2026 10:15,sms,\n" + "2,RQX,,1/4/2026 10:15,sms\n"
                        + "Source: the trust's own survey\n" + "3,RQX,,1/4/2026 10:1");

        // Then
        assertThat(summary.written()).isZero();
        assertThat(summary.unanswered()).isEqualTo(1);
        assertThat(summary.refused()).isEqualTo(3);
        assertThat(summary.problems().stream().map(problem -> problem.path() + " " + problem.message()))
                .containsExactly(
                        "f.csv, line 3: the row ends before the column 'Q1'; mend what was cut off, or leave out what is no"
                                + " response, by leave_out in the mapping" + WHOLE_CELLS,
                        "f.csv, line 4: the row ends before the column 'Trust'; mend what was cut off, or leave out what is"
                                + " no response, by leave_out in the mapping" + WHOLE_CELLS,
                        "f.csv, line 5: the row ends before the column 'Mode'; mend what was cut off, or leave out what is"
                                + " no response, by leave_out in the mapping" + WHOLE_CELLS);
    }

    @Test
    void aVendorsIdThatComesTwiceIsOneResponseOrRefused() throws Exception {
        // When
        RowSummary summary = run(
                WITH_IDS,
                HEADER + "1,RQX,,1/4/2026 10:15,sms,1\n"
                        + "1,RQX,,1/4/2026 10:15,sms,1\n"
                        + "1,RQX,,1/4/2026 10:15,sms,5\n"
                        + "1,RQY,,1/4/2026 10:15,sms,1\n"
                        + ",RQX,,1/4/2026 10:15,sms,1\n");

        // Then
        assertThat(summary.written()).isEqualTo(1);
        assertThat(summary.repeated()).isEqualTo(1);
        assertThat(summary.problems().stream().map(problem -> problem.path() + " " + problem.message()))
                .containsExactly(
                        "f.csv, line 4: has the id of line 2 and says something else; a correction has a higher revision",
                        "f.csv, line 5: has the id of line 2 and says something else; a correction has a higher revision",
                        "f.csv, line 6: feedback_id (column 'No') is empty; without its id a row can't be told from others");
    }

    @Test
    void anIdThatIsThereWithOtherAnswersIsSaidAndNotWritten() throws Exception {
        // Given
        run(WITH_IDS, HEADER + "1,RQX,,1/4/2026 10:15,sms,1\n");

        // When
        RowSummary summary = run(WITH_IDS, HEADER + "1,RQX,,1/4/2026 10:15,sms,5\n", writer.feedback());

        // Then
        assertThat(summary.written()).isZero();
        assertThat(summary.refused()).isEqualTo(1);
        assertThat(summary.problems().get(0).message())
                .startsWith("is in Heed already, under the same id and with other answers");
    }

    @Test
    void aHospitalIsSpeltAsTheHospitalsFileSpellsItAndNeverBecomesTwo() throws Exception {
        // Given
        String file = HEADER + "1,RQX,,1/4/2026 10:15,sms,1\n2,rqx,,1/4/2026 10:15,sms,2\n";
        HospitalDirectory listed = HospitalDirectory.of(
                List.of(new Hospital("RQX", "Homerton", ZoneId.of("Europe/London"))), ZoneId.of("Europe/London"));

        // When
        RowSummary unlisted = run(MAPPING, file);
        hospitals = listed;
        RowSummary known = run(MAPPING, file);

        // Then
        assertThat(unlisted.written()).isEqualTo(1);
        assertThat(unlisted.problems().get(0).path()).isEqualTo("f.csv, line 3: hospital (column 'Trust')");
        assertThat(known.written()).isEqualTo(2);
        assertThat(writer.feedback()).extracting(Feedback::getHospital).containsOnly("RQX");
    }

    @Test
    void aHospitalThatHeedHasInOtherCapitalsIsRefused() throws Exception {
        // Given
        run(MAPPING, HEADER + "1,RQX,,1/4/2026 10:15,sms,1\n");

        // When // Then
        assertThatThrownBy(() -> run(MAPPING, HEADER + "1,rqx,,1/4/2026 10:15,sms,2\n", writer.feedback()))
                .isInstanceOf(RowsException.class)
                .hasMessageStartingWith("nothing was written: rqx is RQX in Heed, and would become another hospital");
    }

    @Test
    void aMonthOfWhichPublishedFiguresAreThereIsLeftOut() throws Exception {
        // Given
        String file = HEADER + "1,RQX,,1/4/2026 10:15,sms,1\n2,RQX,,30/3/2026 10:15,sms,1\n";
        Feedback published = Feedback.newBuilder()
                .setFeedbackId("6f9619ff-8b86-4d01-b42d-00cf4fc964ff")
                .setHospital("RQX")
                .setQuestionnaire("fft-2020")
                .setGivenAt(Instant.parse("2026-03-10T00:00:00Z"))
                .setChannel(Channel.PUBLISHED)
                .setAnswers(List.of(new Answer("overall", "good")))
                .build();

        // When
        RowSummary summary = run(MAPPING, file, List.of(published));

        // Then
        assertThat(summary.written()).isEqualTo(1);
        assertThat(summary.published()).containsExactly("RQX for 2026-03 (1 rows)");
    }

    @Test
    void aLimeSurveyExportIsReadByItsShippedMapping() throws Exception {
        // When
        RowSummary summary = run(
                ShippedMappings.text("limesurvey"),
                """
                "id","submitdate","lastpage","startlanguage","seed","hospital","unit","overall"
                "1","2026-04-01 10:15:30","1","en","17","H1","Ward 7","AO02"
                "2","","1","en","18","H1","Ward 7",""
                "3","2026-04-01 11:15:30","1","cy","19","H1","","Don't know"
                """);

        // Then
        assertThat(summary).isEqualTo(new RowSummary(2, 0, 0, 1, 1, 0, 0, List.of(), List.of(), RowComments.NONE));
        assertThat(writer.feedback())
                .extracting(
                        Feedback::getLanguage, one -> one.getAnswers().get(0).getAnswer())
                .containsExactly(tuple("en", "good"), tuple("cy", "dont_know"));
    }

    @Test
    void anExportOfFormbricksIsReadByTheMappingThatComesWithHeed() throws Exception {
        // Given
        String file =
                """
                "No.","Response ID","Timestamp","Finished","Survey ID","Formbricks ID (internal)","User ID","Tags","url","1. Overall, how was your experience of our service?","hospital","unit"
                1,clx1,2026-03-25 10:15:09,Yes,s1,,,,https://a.example,Very good,RQX,Ward 7
                2,clx2,2026-03-25 00:15:09,Yes,s1,,,,https://a.example,Don't know,RQX,
                3,clx3,2026-03-25 23:15:09,Yes,s1,,,,https://a.example,Poor,RQX,
                4,clx4,2026-03-25 11:15:09,No,s1,,,,https://a.example,,RQX,
                """;

        // When
        RowSummary summary = run(ShippedMappings.text("formbricks"), file);

        // Then
        assertThat(summary.problems()).isEmpty();
        assertThat(writer.feedback())
                .extracting(Feedback::getGivenAt, one -> one.getAnswers().get(0).getAnswer())
                .containsExactly(
                        tuple(Instant.parse("2026-03-25T10:15:09Z"), "very_good"),
                        tuple(Instant.parse("2026-03-25T00:15:09Z"), "dont_know"),
                        tuple(Instant.parse("2026-03-25T23:15:09Z"), "poor"));
    }

    @Test
    void anExportOfMicrosoftFormsIsReadByTheMappingThatComesWithHeed() throws Exception {
        // Given
        String file =
                """
                ID,Start time,Completion time,Email,Name,Hospital,Ward,"Overall, how was your experience of our service?"
                1,2026-03-25T10:14:05,2026-03-25T10:15,anonymous,,RQX,Ward 7,Very good
                2,2026-03-25T11:14:05,2026-03-25T11:15,anonymous,,RQX,Ward 7,Don't know
                """;

        // When
        RowSummary summary = run(ShippedMappings.text("microsoft-forms"), file);

        // Then
        assertThat(summary).isEqualTo(new RowSummary(2, 0, 0, 1, 0, 0, 0, List.of(), List.of(), RowComments.NONE));
        assertThat(writer.feedback())
                .extracting(Feedback::getGivenAt, one -> one.getAnswers().get(0).getAnswer())
                .containsExactly(
                        tuple(Instant.parse("2026-03-25T10:15:00Z"), "very_good"),
                        tuple(Instant.parse("2026-03-25T11:15:00Z"), "dont_know"));
    }

    @Test
    void aGuessedMappingReadsTheFileThatItIsGuessedFrom() throws Exception {
        // Given
        String file =
                """
                Ward survey;;;;

                Response ID;Trust Code;Ward;Submitted at;How was it?
                a7;RQX;Ward 7;25/03/2026 10:15;Very good
                a8;RQX;Ward 8;01/04/2026 10:15;Poor
                """;

        // When
        String yaml = MappingGuess.of(source(file), questionnaires.all());
        RowSummary summary = run(yaml, file);

        // Then
        assertThat(yaml)
                .contains("questionnaire: fft-2020\n")
                .contains("file: {header: 3}\n")
                .contains("id: {column: \"Response ID\"}\n")
                .contains("hospital: {column: \"Trust Code\"}\n")
                .contains("given_at: {column: \"Submitted at\", format: \"d/M/yyyy H:mm\"}\n")
                .contains("  overall: {column: \"How was it?\"}\n");
        assertThat(summary).isEqualTo(new RowSummary(2, 0, 0, 1, 0, 0, 0, List.of(), List.of(), RowComments.NONE));
    }

    @Test
    void aGuessLeavesOpenWhatCannotBeToldAndIsRefusedUntilItIsSaid() {
        // Given
        String file = "Ward,Date,Overall\nA,01/04/2026,Good\n";

        // When
        String yaml = MappingGuess.of(source(file), questionnaires.all());

        // Then
        assertThat(yaml)
                .contains("hospital: {value: \"\"}  # No column was found")
                .contains("format: \"\"}  # Day or month first can't be told: d/M/yyyy or M/d/yyyy");
        assertThatThrownBy(() -> run(yaml, file))
                .hasMessageContaining("hospital: 'value' must be a text")
                .hasMessageContaining("given_at: 'format' must be a text");
    }

    @Test
    void partsCommentsFromTheirRowsAndImportsARowWhoseCommentIsRefused() throws Exception {
        // When
        RowSummary summary = run(
                WITH_IDS + "comment: {column: Why, question: why}\n",
                "No,Trust,Ward,Date,Mode,Q1,Why\n"
                        + "1,RQX,W7,1/4/2026 10:15,QR,1,\"Dr Smith was kind,\nas ever\"\n"
                        + "2,RQX,W7,1/4/2026 10:16,QR,1,N/A\n"
                        + "3,RQX,W7,1/4/2026 10:17,QR,1," + "x".repeat(201) + "\n");

        // Then
        assertThat(summary.written()).isEqualTo(3);
        assertThat(summary.comments()).isEqualTo(new RowComments(1, 1, Map.of(IdentifierKind.NAME, 1)));
        assertThat(comments.kept().values())
                .extracting(Comment::getText, Comment::getQuestion, Comment::getUnit)
                .containsExactly(tuple("Dr [name] was kind, as ever", "why", "W7"));
        assertThat(writer.feedback().toString()).doesNotContain("kind");
    }

    private RowSummary run(String mapping, String file) throws InterruptedException {
        return run(mapping, file, List.of());
    }

    private RowSummary run(String mapping, String file, List<Feedback> there) throws InterruptedException {
        List<ConsumerRecord<String, byte[]>> log = new ArrayList<>();
        for (Feedback one : there) {
            byte[] value = serdes.of(Topics.FEEDBACK).serializer().serialize(Topics.FEEDBACK.name(), one);
            log.add(new ConsumerRecord<>(Topics.FEEDBACK.name(), 0, log.size(), one.getHospital(), value));
        }
        FeedbackLog all = log::forEach;
        RowFile rows = RowFile.open(
                source(file),
                MappingReader.read("m.yaml", mapping, questionnaires),
                questionnaires,
                hospitals,
                CommentFixture.reader());
        return new RowImport(rows, Duration.ofDays(45), NOW)
                .run(
                        all,
                        serdes.of(Topics.FEEDBACK).deserializer(),
                        new SubmissionWriter(writer, comments),
                        ImportProgress.NONE,
                        Beginning.UNTOLD);
    }

    private static TableSource source(String file) {
        return new TableSource("f.csv", () -> new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static String withoutId(String line) {
        return line.replaceFirst("^\\{\"feedback_id\":\"[0-9a-f-]{36}\",", "");
    }
}
