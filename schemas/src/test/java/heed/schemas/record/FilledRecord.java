package heed.schemas.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Fills every field that a schema lists, within other records too, with values that are no default and differ from each
 * other.
 */
public final class FilledRecord {

    private int made;

    private FilledRecord() {}

    /** Returns a record of {@code type} in which nothing is null, empty or as a default has it. */
    public static <T extends SpecificRecord> T of(Class<T> type) {
        try {
            Schema schema = (Schema) type.getMethod("getClassSchema").invoke(null);
            return type.cast(new FilledRecord().record(schema));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no generated record: " + type, e);
        }
    }

    /** Returns the names and values of a record's fields. */
    public static Map<String, Object> fields(SpecificRecord record) {
        Map<String, Object> fields = new TreeMap<>();
        record.getSchema().getFields().forEach(field -> fields.put(field.name(), record.get(field.pos())));
        return fields;
    }

    /** Returns the names of the fields in which two records differ. */
    public static List<String> differing(SpecificRecord one, SpecificRecord other) {
        List<String> names = new ArrayList<>();
        Map<String, Object> others = fields(other);
        fields(one).forEach((name, value) -> {
            if (!Objects.equals(value, others.get(name))) {
                names.add(name);
            }
        });
        return names;
    }

    private SpecificRecordBase record(Schema schema) throws ReflectiveOperationException {
        SpecificRecordBase record =
                (SpecificRecordBase) classOf(schema).getDeclaredConstructor().newInstance();
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), value(field.schema(), field));
        }
        return record;
    }

    private Object value(Schema schema, Schema.Field field) throws ReflectiveOperationException {
        made++;
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case ENUM -> symbol(schema, field);
            case ARRAY -> List.of(value(schema.getElementType(), field), value(schema.getElementType(), field));
            case UNION ->
                value(
                        schema.getTypes().stream()
                                .filter(each -> each.getType() != Schema.Type.NULL)
                                .findFirst()
                                .orElseThrow(),
                        field);
            case STRING -> field.name() + " " + made;
            case INT -> 1_000 + made;
            case LONG ->
                schema.getLogicalType() == null ? (Object) (1_000L + made) : Instant.ofEpochMilli(1_000L + made);
            case DOUBLE -> 1_000.5 + made;
            case BOOLEAN -> !(field.hasDefaultValue() && Boolean.TRUE.equals(field.defaultVal()));
            default -> throw new IllegalStateException("no contract uses " + schema.getType());
        };
    }

    @SuppressWarnings({"rawtypes", "unchecked"}) // the class of an enum is known by its name only
    private static Object symbol(Schema schema, Schema.Field field) throws ReflectiveOperationException {
        String symbol = schema.getEnumSymbols().stream()
                .filter(each -> !each.equals(schema.getEnumDefault()) && !each.equals(field.defaultVal()))
                .reduce((first, last) -> last)
                .orElseThrow();
        return Enum.valueOf((Class) classOf(schema), symbol);
    }

    private static Class<?> classOf(Schema schema) throws ClassNotFoundException {
        return Class.forName(schema.getFullName());
    }
}
