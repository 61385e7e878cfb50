package heed.schemas.serde;

import heed.schemas.topic.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/** Makes records of a topic from a seed, with values at the edges of their types more often than not. */
final class AnyRecord {

    private static final List<String> STRINGS = List.of(
            "",
            "RJ1",
            "very_good",
            "\u0000",
            "dr\u00fcben",
            "\ud83c\udfe5",
            "a|b",
            "x".repeat(127),
            "x".repeat(128),
            "y".repeat(9_000));
    private static final long[] LONGS = {0, 1, -1, 63, 64, -64, -65, Long.MAX_VALUE, Long.MIN_VALUE};
    private static final int[] INTS = {0, 1, -1, 63, 64, 10_000, Integer.MAX_VALUE, Integer.MIN_VALUE};
    // No NaN: by Avro's equals a record that holds one differs from itself.
    private static final double[] DOUBLES = {0.0, -0.0, 0.1, 1.0, Double.MIN_VALUE, Double.NEGATIVE_INFINITY};
    private static final long[] MILLIS = {0, -1, 1_772_323_200_000L, -62_135_596_800_000L, 253_402_300_799_999L};

    private final Random random;
    private final SpecificData records = new TrustedRecords();

    private AnyRecord(Random random) {
        this.random = random;
    }

    static <T> T of(Topic<T> topic, long seed) {
        AnyRecord any = new AnyRecord(new Random(seed));
        return topic.value().cast(any.value(any.records.getSchema(topic.value())));
    }

    private Object value(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM ->
                records.createEnum(
                        schema.getEnumSymbols()
                                .get(random.nextInt(schema.getEnumSymbols().size())),
                        schema);
            case ARRAY -> array(schema);
            case UNION ->
                value(schema.getTypes().get(random.nextInt(schema.getTypes().size())));
            case STRING ->
                random.nextBoolean()
                        ? STRINGS.get(random.nextInt(STRINGS.size()))
                        : Long.toString(random.nextLong(), Character.MAX_RADIX);
            case INT -> random.nextBoolean() ? INTS[random.nextInt(INTS.length)] : random.nextInt();
            case LONG -> schema.getLogicalType() == null ? anyLong() : instant();
            case DOUBLE -> random.nextBoolean() ? DOUBLES[random.nextInt(DOUBLES.length)] : random.nextDouble();
            case BOOLEAN -> random.nextBoolean();
            case NULL -> null;
            default -> throw new IllegalStateException("no contract uses " + schema.getType());
        };
    }

    private SpecificRecordBase record(Schema schema) {
        SpecificRecordBase made = (SpecificRecordBase) records.newRecord(null, schema);
        schema.getFields().forEach(field -> made.put(field.pos(), value(field.schema())));
        return made;
    }

    private List<Object> array(Schema schema) {
        List<Object> items = new ArrayList<>();
        int size = random.nextInt(4) == 0 ? 70 : random.nextInt(4);
        for (int i = 0; i < size; i++) {
            items.add(value(schema.getElementType()));
        }
        return items;
    }

    private long anyLong() {
        return random.nextBoolean() ? LONGS[random.nextInt(LONGS.length)] : random.nextLong();
    }

    private Instant instant() {
        return Instant.ofEpochMilli(
                random.nextBoolean() ? MILLIS[random.nextInt(MILLIS.length)] : random.nextLong() / 1_000_000);
    }
}
