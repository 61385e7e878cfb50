package heed.app.tail;

import static org.assertj.core.api.Assertions.assertThat;

import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.Answer;
import heed.schemas.Audience;
import heed.schemas.Channel;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.DropState;
import heed.schemas.Feedback;
import heed.schemas.KeyPurpose;
import heed.schemas.ProgramKey;
import heed.schemas.Severity;
import heed.schemas.WatchTime;
import heed.schemas.record.RecordCopy;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.rejected.RejectedHeaders;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class TailLineTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final AvroSerdes serdes = new AvroSerdes(new MemorySchemaRegistry());

    @Test
    void writesTimesInIsoAndAbsentValuesAsPlainNulls() {
        // Given
        Drop drop = Drop.newBuilder()
                .setDropId("2d1b8f1e-0000-4000-8000-000000000001")
                .setHospital("H1")
                .setMeasure("fft-2020.positive")
                .setState(DropState.OPEN)
                .setSince(NOON)
                .setOpenedAt(NOON.plusSeconds(60))
                .setSeverity(Severity.MAJOR)
                .setBaseline(.9)
                .setScore(.75)
                .setScoreLow(.7)
                .setScoreHigh(.8)
                .setFall(.15)
                .setTunedFall(.1)
                .setEvidence(1.5)
                .setEvidenceYears(3d)
                .setFalseAlarmDays(730d)
                .setResponsesUsed(112d)
                .setIcc(.01)
                .setRuleVersion("watch-1")
                .setAsOf(NOON.plusSeconds(61))
                .setPhase(DropPhase.OPEN)
                .setSentenceEn("It fell.")
                .setSentenceCy("Syrthiodd.")
                .setAudience(Audience.INTERNAL)
                .setRaisedToday(true)
                .setWatchTime(WatchTime.GIVEN)
                .setTrail(List.of())
                .setTurns(List.of())
                .setMix(List.of())
                .build();

        // When
        Optional<String> line = line(Topics.DROPS, Optional.empty()).of(record(Topics.DROPS, "H1||fft", drop));

        // Then
        assertThat(line)
                .hasValue(
                        "{\"drop_id\":\"2d1b8f1e-0000-4000-8000-000000000001\",\"hospital\":\"H1\",\"unit\":null,"
                                + "\"measure\":\"fft-2020.positive\",\"state\":\"OPEN\",\"since\":\"2026-03-01T12:00:00Z\","
                                + "\"opened_at\":\"2026-03-01T12:01:00Z\",\"recovered_at\":null,\"severity\":\"MAJOR\","
                                + "\"baseline\":0.9,\"score\":0.75,\"score_low\":0.7,\"score_high\":0.8,\"fall\":0.15,"
                                + "\"tuned_fall\":0.1,\"evidence\":1.5,\"evidence_years\":3.0,\"false_alarm_days\":730.0,"
                                + "\"responses_used\":112.0,\"icc\":0.01,\"rule_version\":\"watch-1\","
                                + "\"as_of\":\"2026-03-01T12:01:01Z\",\"phase\":\"OPEN\",\"escalated_at\":null,"
                                + "\"sentence_en\":\"It fell.\",\"sentence_cy\":\"Syrthiodd.\",\"audience\":\"INTERNAL\","
                                + "\"raised_today\":true,\"watch_time\":\"GIVEN\",\"trail\":[],\"mix\":[],"
                                + "\"eased_at\":null,\"reopened_at\":null,\"turns\":[],\"score_back\":null,\"responses_back\":null}");
    }

    @Test
    void writesListsOfRecordsAsListsOfObjects() {
        // When
        Optional<String> line =
                line(Topics.FEEDBACK, Optional.empty()).of(record(Topics.FEEDBACK, "H1", feedback("H1")));

        // Then
        assertThat(line)
                .hasValue(
                        "{\"feedback_id\":\"2d1b8f1e-0000-4000-8000-000000000002\",\"revision\":1,\"withdrawn\":false,"
                                + "\"hospital\":\"H1\",\"unit\":\"W1\",\"questionnaire\":\"fft-2020\","
                                + "\"given_at\":\"2026-03-01T12:00:00Z\",\"channel\":\"SMS\","
                                + "\"answers\":[{\"question\":\"overall\",\"answer\":\"good\"}],\"language\":\"cy\",\"age_band\":\"16-24\"}");
    }

    @Test
    void writesRowsWithListsAsJsonAndNothingThatASpreadsheetTakesForAFormula() {
        // Given
        var line = new TailLine(Topics.FEEDBACK, serdes, Optional.empty(), TailFormat.CSV);
        Feedback odd = RecordCopy.of(feedback("H1"), Feedback.newBuilder())
                .setAgeBand("+85")
                .build();

        // When
        Optional<String> header = line.header();
        Optional<String> row = line.of(record(Topics.FEEDBACK, "H1", odd));

        // Then
        assertThat(header)
                .hasValue(
                        "feedback_id,revision,withdrawn,hospital,unit,questionnaire,given_at,channel,language,age_band,"
                                + "answers,key,deleted,unreadable");
        assertThat(row)
                .hasValue(
                        "2d1b8f1e-0000-4000-8000-000000000002,1,false,H1,W1,fft-2020,2026-03-01T12:00:00Z,SMS,cy,'+85,"
                                + "\"[{\"\"question\"\":\"\"overall\"\",\"\"answer\"\":\"\"good\"\"}]\",,,");
    }

    @Test
    void everyTopicHasRows() {
        // When
        List<String> headers = Topics.all().stream()
                .map(topic -> new TailLine(topic, serdes, Optional.empty(), TailFormat.CSV)
                        .header()
                        .orElseThrow())
                .toList();

        // Then
        assertThat(headers).hasSameSizeAs(Topics.all()).noneMatch(String::isEmpty);
        assertThat(headers).noneMatch(header -> header.contains("password") || header.contains("session_id"));
    }

    @Test
    void leavesOutOtherHospitals() {
        // Given
        var line = line(Topics.FEEDBACK, Optional.of("H1"));

        // When
        Optional<String> own = line.of(record(Topics.FEEDBACK, "H1", feedback("H1")));
        Optional<String> other = line.of(record(Topics.FEEDBACK, "H10", feedback("H10")));

        // Then
        assertThat(own).isPresent();
        assertThat(other).isEmpty();
    }

    @Test
    void saysSoWhereARecordIsDeletedOrUnreadable() {
        // Given
        var line = line(Topics.SCORES, Optional.of("H1"));

        // When
        Optional<String> deleted = line.of(bytes(Topics.SCORES, "H1||m|DAY|2026-03-01T00:00:00Z", null));
        Optional<String> unreadable =
                line.of(bytes(Topics.SCORES, "H1||m|DAY|2026-03-01T00:00:00Z", new byte[] {9, 9}));

        // Then
        assertThat(deleted).hasValue("{\"key\":\"H1||m|DAY|2026-03-01T00:00:00Z\",\"deleted\":true}");
        assertThat(unreadable).hasValueSatisfying(text -> assertThat(text)
                .startsWith("{\"unreadable\":\"")
                .endsWith("\"partition\":2,\"offset\":7,\"key\":\"H1||m|DAY|2026-03-01T00:00:00Z\",\"size\":2}"));
    }

    @Test
    void showsNothingThatSomebodyCouldBeCheckedBy() {
        // Given
        Account account = Account.newBuilder()
                .setName("evans")
                .setCalled("Sister Evans")
                .setRole("ward")
                .setPlaces(List.of("H1|W1"))
                .setState(AccountState.ACTIVE)
                .setPassword("$argon2id$1")
                .setSessionsFrom(NOON)
                .setChangedAt(NOON)
                .build();
        ProgramKey key = ProgramKey.newBuilder()
                .setKeyId("00ff")
                .setBeginning("heed_in_Ab12")
                .setName("tablets")
                .setPurpose(KeyPurpose.INTAKE)
                .setHospitals(List.of("H1"))
                .setPerMinute(60)
                .setCreatedAt(NOON)
                .setCreatedBy("ops")
                .build();

        // When
        String ofAccount = line(Topics.ACCOUNTS, Optional.empty())
                .of(record(Topics.ACCOUNTS, "evans", account))
                .orElseThrow();
        String ofKey = line(Topics.KEYS, Optional.empty())
                .of(record(Topics.KEYS, "00ff", key))
                .orElseThrow();
        String ofSession = line(Topics.SESSIONS, Optional.empty())
                .of(bytes(Topics.SESSIONS, "00ff", null))
                .orElseThrow();

        // Then
        assertThat(ofAccount).contains("\"name\":\"evans\"").doesNotContain("argon2id");
        assertThat(ofKey).contains("\"beginning\":\"heed_in_Ab12\"").doesNotContain("00ff");
        assertThat(ofSession).isEqualTo("{\"deleted\":true}");
    }

    @Test
    void tellsWhyWhereFromAndWhatWasRejected() {
        // Given
        var headers = new RecordHeaders();
        headers.add(RejectedHeaders.REASON, utf8("malformed_avro"));
        headers.add(RejectedHeaders.STEP, utf8("admit"));
        headers.add(RejectedHeaders.SOURCE_TOPIC, utf8("heed.feedback.v1"));
        headers.add(RejectedHeaders.SOURCE_PARTITION, utf8("3"));
        headers.add(RejectedHeaders.SOURCE_OFFSET, utf8("41"));
        headers.add(RejectedHeaders.SOURCE_TIMESTAMP, utf8(Long.toString(NOON.toEpochMilli())));
        var rejected = new ConsumerRecord<>(
                Topics.REJECTED.name(),
                2,
                7L,
                NOON.plusSeconds(1).toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                2,
                3,
                "H1",
                new byte[] {0, 1, 2},
                headers,
                Optional.empty());

        // When
        Optional<String> line = line(Topics.REJECTED, Optional.empty()).of(rejected);

        // Then
        assertThat(line)
                .hasValue("{\"reason\":\"malformed_avro\",\"detail\":null,\"step\":\"admit\",\"source\":{"
                        + "\"topic\":\"heed.feedback.v1\",\"partition\":3,\"offset\":41,"
                        + "\"timestamp\":\"2026-03-01T12:00:00Z\"},\"rejected_at\":\"2026-03-01T12:00:01Z\","
                        + "\"key\":\"H1\",\"size\":3,\"value\":\"AAEC\"}");
    }

    private TailLine line(Topic<?> topic, Optional<String> hospital) {
        return new TailLine(topic, serdes, hospital, TailFormat.JSON);
    }

    private <T> ConsumerRecord<String, byte[]> record(Topic<T> topic, String key, T value) {
        return bytes(topic, key, serdes.of(topic).serializer().serialize(topic.name(), value));
    }

    private static ConsumerRecord<String, byte[]> bytes(Topic<?> topic, String key, byte[] value) {
        return new ConsumerRecord<>(topic.name(), 2, 7L, key, value);
    }

    private static Feedback feedback(String hospital) {
        return Feedback.newBuilder()
                .setFeedbackId("2d1b8f1e-0000-4000-8000-000000000002")
                .setRevision(1)
                .setWithdrawn(false)
                .setHospital(hospital)
                .setUnit("W1")
                .setQuestionnaire("fft-2020")
                .setGivenAt(NOON)
                .setChannel(Channel.SMS)
                .setAnswers(List.of(new Answer("overall", "good")))
                .setLanguage("cy")
                .setAgeBand("16-24")
                .build();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
