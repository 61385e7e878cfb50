package heed.app.audit;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.Window;
import heed.schemas.disclosure.Minimums;
import heed.schemas.hospital.HospitalDirectory;
import heed.schemas.hospital.PlaceLimits;
import heed.schemas.questionnaire.Questionnaires;
import heed.schemas.registry.MemorySchemaRegistry;
import heed.schemas.serde.AvroSerdes;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One partition's recount with the usual settings, and the records that it is given. */
final class RecountFixture {

    static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
    static final String ID = "00000000-0000-4000-8000-00000000000";

    final RecountRules rules;
    final PointsTable table;
    final PartitionRecount recount;
    private final AvroSerdes serdes = new AvroSerdes(new MemorySchemaRegistry());

    RecountFixture() {
        this(90);
    }

    RecountFixture(int ledgerDays) {
        this(ledgerDays, PlaceLimits.NONE);
    }

    RecountFixture(int ledgerDays, PlaceLimits limits) {
        rules = new RecountRules(
                Duration.ofDays(45),
                ledgerDays,
                new Minimums(5, 21),
                Questionnaires.shipped(),
                HospitalDirectory.empty(),
                limits,
                Window.DAY);
        table = new PointsTable(rules.questionnaires());
        recount = new PartitionRecount(
                rules, new Admission(serdes.of(Topics.FEEDBACK).deserializer(), table, rules.lateness()));
    }

    /** Returns the response number {@code id} of hospital H1's ward W1, given and arrived at noon. */
    static Feedback response(int id, String answer) {
        return Feedback.newBuilder()
                .setFeedbackId(ID + id)
                .setRevision(1)
                .setHospital("H1")
                .setUnit("W1")
                .setQuestionnaire("fft-2020")
                .setGivenAt(NOON)
                .setChannel(Channel.WEB)
                .setAnswers(List.of(new Answer("overall", answer)))
                .build();
    }

    static Feedback revised(Feedback known, int revision) {
        return changed(known, Map.of("revision", revision));
    }

    static Feedback withdrawal(int id) {
        return changed(response(id, "good"), Map.of("withdrawn", true, "answers", List.of()));
    }

    /**
     * Returns a response with other values of some fields. Avro's builders copy no enum that is not trusted
     * system-wide.
     */
    static Feedback changed(Feedback known, Map<String, Object> values) {
        Feedback changed = new Feedback();
        known.getSchema()
                .getFields()
                .forEach(field -> changed.put(field.pos(), values.getOrDefault(field.name(), known.get(field.pos()))));
        return changed;
    }

    RecountFixture arrives(Instant at, Feedback feedback) {
        return arrives("H1", at, feedback);
    }

    RecountFixture arrives(String hospital, Instant at, Feedback feedback) {
        recount.count(key(hospital), bytes(feedback), at.toEpochMilli());
        return this;
    }

    byte[] bytes(Feedback feedback) {
        return serdes.of(Topics.FEEDBACK).serializer().serialize(Topics.FEEDBACK.name(), feedback);
    }

    static byte[] key(String hospital) {
        return hospital.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns a check of the days that this partition has. */
    ChannelCheck channelCheck() {
        return new ChannelCheck(rules, table, Map.of("H1", recount));
    }

    /** Returns n, sum, sum of squares, as_of in minutes after noon, and restatements of a row. */
    List<Long> row(String unit, Window kind, String start, String measure) {
        int row = recount.find(
                "H1", unit, table.number(measure), kind, Instant.parse(start).toEpochMilli());
        if (row == Rows.NONE) {
            return List.of();
        }
        Rows rows = recount.rows();
        long minutes =
                Duration.between(NOON, Instant.ofEpochMilli(rows.asOfMs(row))).toMinutes();
        return List.of(rows.n(row), rows.sum(row), rows.sumOfSquares(row), minutes, rows.restatements(row));
    }
}
