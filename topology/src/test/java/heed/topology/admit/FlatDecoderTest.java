package heed.topology.admit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heed.schemas.Answer;
import heed.schemas.Channel;
import heed.schemas.Feedback;
import heed.schemas.record.FilledRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** Holds the flat decoder and Avro's own reader together. */
class FlatDecoderTest {

    private final FlatDecoder decoder = new FlatDecoder();
    private final FlatFeedback flat = new FlatFeedback();

    @Provide
    Arbitrary<Feedback> feedback() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(50);
        Arbitrary<List<Answer>> answers =
                Combinators.combine(text, text).as(Answer::new).list().ofMaxSize(20);
        return Combinators.combine(
                        text,
                        Arbitraries.integers(),
                        Arbitraries.of(true, false),
                        text,
                        text.injectNull(.3),
                        text,
                        Arbitraries.longs().between(-62_135_596_800_000L, 253_402_300_799_999L),
                        Combinators.combine(
                                        Arbitraries.of(Channel.class),
                                        text.injectNull(.3),
                                        text.injectNull(.3),
                                        answers)
                                .as(About::new))
                .as((id, revision, withdrawn, hospital, unit, questionnaire, givenAtMs, about) -> Feedback.newBuilder()
                        .setFeedbackId(id)
                        .setRevision(revision)
                        .setWithdrawn(withdrawn)
                        .setHospital(hospital)
                        .setUnit(unit)
                        .setQuestionnaire(questionnaire)
                        .setGivenAt(Instant.ofEpochMilli(givenAtMs))
                        .setChannel(about.channel())
                        .setAnswers(about.answers())
                        .setLanguage(about.language())
                        .setAgeBand(about.ageBand())
                        .build());
    }

    private record About(Channel channel, String language, String ageBand, List<Answer> answers) {}

    @Property(tries = 500)
    void readsWhatAvroWrote(@ForAll("feedback") Feedback feedback) throws IOException {
        // When
        decoder.decode(writeSpecific(feedback), 0, flat);

        // Then
        assertThat(decoded()).isEqualTo(FilledRecord.fields(feedback));
    }

    /** The names are those of the contract: a field added to it is decoded here, or this fails. */
    @Example
    void readsEveryFieldThatTheContractHas() throws IOException {
        // Given
        Feedback feedback = FilledRecord.of(Feedback.class);

        // When
        decoder.decode(writeSpecific(feedback), 0, flat);

        // Then
        assertThat(decoded()).isEqualTo(FilledRecord.fields(feedback)).doesNotContainValue(null);
    }

    private Map<String, Object> decoded() {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("feedback_id", text(flat.idAt, flat.idLength));
        fields.put("revision", flat.revision);
        fields.put("withdrawn", flat.withdrawn);
        fields.put("hospital", text(flat.hospitalAt, flat.hospitalLength));
        fields.put("unit", textOrNull(flat.unitAt, flat.unitLength));
        fields.put("questionnaire", text(flat.questionnaireAt, flat.questionnaireLength));
        fields.put("given_at", Instant.ofEpochMilli(flat.givenAtMs));
        fields.put("channel", List.of(Channel.values()).get(flat.channel));
        fields.put(
                "answers",
                IntStream.range(0, flat.answers).mapToObj(this::answer).toList());
        fields.put("language", textOrNull(flat.languageAt, flat.languageLength));
        fields.put("age_band", textOrNull(flat.ageBandAt, flat.ageBandLength));
        return fields;
    }

    private Answer answer(int number) {
        int[] slices = flat.answerSlices;
        int at = number * 4;
        return new Answer(text(slices[at], slices[at + 1]), text(slices[at + 2], slices[at + 3]));
    }

    private String textOrNull(int offset, int length) {
        return length < 0 ? null : text(offset, length);
    }

    @Property(tries = 3000)
    void refusesWhatAvroRefusesAndReadsWhatAvroCouldHaveWritten(
            @ForAll("feedback") Feedback feedback, @ForAll Random random) throws IOException {
        // Given
        byte[] broken = breakOne(writeSpecific(feedback), random);

        // When
        GenericRecord read = avroReads(broken);

        // Then
        if (read == null) {
            assertThatThrownBy(() -> decoder.decode(broken, 0, flat)).isInstanceOf(MalformedAvroException.class);
        } else if (Arrays.equals(write(read), broken)) {
            decoder.decode(broken, 0, flat);
        }
    }

    /** Its value fits, but no int is written in six bytes. */
    @Example
    void refusesAnIntThatIsWrittenTooLong() throws IOException {
        // Given
        byte[] written = writeSpecific(Feedback.newBuilder()
                .setFeedbackId("")
                .setRevision(1)
                .setWithdrawn(false)
                .setHospital("H1")
                .setQuestionnaire("fft-2020")
                .setGivenAt(Instant.EPOCH)
                .setChannel(Channel.WEB)
                .setAnswers(List.of())
                .build());
        byte[] sixBytes = {0, (byte) 0x82, (byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0};
        byte[] broken = Arrays.copyOf(sixBytes, sixBytes.length + written.length - 2);
        System.arraycopy(written, 2, broken, sixBytes.length, written.length - 2);

        // When
        GenericRecord read = avroReads(broken);

        // Then
        assertThat(read).isNull();
        assertThatThrownBy(() -> decoder.decode(broken, 0, flat)).isInstanceOf(MalformedAvroException.class);
    }

    private static byte[] breakOne(byte[] bytes, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 1 -> Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(3));
            default -> {
                byte[] changed = bytes.clone();
                changed[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                yield changed;
            }
        };
    }

    /** Returns the record, or null where Avro cannot read it or something is left over. */
    private static GenericRecord avroReads(byte[] bytes) {
        BinaryDecoder input = DecoderFactory.get().binaryDecoder(bytes, null);
        try {
            GenericRecord read = new GenericDatumReader<GenericRecord>(Feedback.getClassSchema()).read(null, input);
            return input.isEnd() ? read : null;
        } catch (IOException
                | AvroRuntimeException
                | IndexOutOfBoundsException
                | NegativeArraySizeException
                | UnsupportedOperationException e) {
            return null;
        }
    }

    private String text(int at, int length) {
        return new String(flat.bytes, at, length, StandardCharsets.UTF_8);
    }

    private static byte[] writeSpecific(Feedback feedback) throws IOException {
        return write(feedback, new SpecificDatumWriter<>(Feedback.class));
    }

    private static byte[] write(GenericRecord record) throws IOException {
        return write(record, new GenericDatumWriter<>(Feedback.getClassSchema()));
    }

    private static <T> byte[] write(T record, DatumWriter<T> writer) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        writer.write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
