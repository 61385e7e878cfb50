package heed.schemas.serde;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;

/** Derives older, newer and hostile versions of the Feedback contract, and one response in any of them. */
final class TestSchemas {

    private static final Instant GIVEN = Instant.parse("2026-03-01T09:30:00.123Z");

    private TestSchemas() {}

    /** Returns the contract as a writer had it before {@code channel} was added. */
    static Schema older() {
        return record(fields().filter(field -> !field.name().equals("channel")).toList());
    }

    /** Returns the contract as a writer has it after {@code language} was added in the middle. */
    static Schema newer() {
        return with(new Field("weather", Schema.create(Schema.Type.STRING), "Weather of the day.", "sun"));
    }

    /** Returns {@code contract} as it was before {@code names} were added. */
    static Schema without(Schema contract, String... names) {
        return Schema.createRecord(
                contract.getName(),
                contract.getDoc(),
                contract.getNamespace(),
                false,
                contract.getFields().stream()
                        .filter(field -> !List.of(names).contains(field.name()))
                        .map(field -> new Field(field, field.schema()))
                        .toList());
    }

    /** Returns the contract with one more field, third. */
    static Schema with(Field added) {
        return record(Stream.concat(Stream.concat(fields().limit(2), Stream.of(added)), fields().skip(2))
                .toList());
    }

    /** Returns a response as {@code schema} writes it; fields that are not ours have their defaults. */
    static GenericRecord feedback(Schema schema) {
        Schema answer = schema.getField("answers").schema().getElementType();
        return new GenericRecordBuilder(schema)
                .set("feedback_id", "7f0c7a4e-5a0f-4f5e-9d3c-0a1b2c3d4e5f")
                .set("hospital", "RJ1")
                .set("unit", "WARD-7")
                .set("questionnaire", "fft-2020")
                .set("given_at", GIVEN.toEpochMilli())
                .set(
                        "answers",
                        List.of(new GenericRecordBuilder(answer)
                                .set("question", "overall")
                                .set("answer", "good")
                                .build()))
                .build();
    }

    /** Returns {@link #feedback} as our class. */
    static Feedback expected() {
        return Feedback.newBuilder()
                .setFeedbackId("7f0c7a4e-5a0f-4f5e-9d3c-0a1b2c3d4e5f")
                .setRevision(1)
                .setWithdrawn(false)
                .setHospital("RJ1")
                .setUnit("WARD-7")
                .setQuestionnaire("fft-2020")
                .setGivenAt(GIVEN)
                .setChannel(Channel.UNKNOWN)
                .setAnswers(List.of(new Answer("overall", "good")))
                .build();
    }

    private static Stream<Field> fields() {
        return Feedback.getClassSchema().getFields().stream().map(field -> new Field(field, field.schema()));
    }

    private static Schema record(List<Field> fields) {
        return Schema.createRecord("Feedback", "", "heed.schemas", false, fields);
    }
}
