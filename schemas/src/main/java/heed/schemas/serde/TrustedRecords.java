package heed.schemas.serde;

import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Gives Avro the classes of our records, and no others.
 *
 * <p>Avro finds classes by the names that a schema mentions: its records', and those in the properties
 * {@code java-class} and {@code java-key-class}. Whoever can register a schema could so have any class loaded and its
 * string constructor called. Here names are looked up in a table made of what {@link Topics} declares, and those
 * properties are not read.
 */
final class TrustedRecords extends SpecificData {

    private static final Map<String, Class<?>> CLASSES = classes();

    private final FastReaderBuilder readers =
            new FastReaderBuilder(this).withClassPropEnabled(false).withKeyClassEnabled(false);

    TrustedRecords() {
        super(TrustedRecords.class.getClassLoader());
        addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
    }

    /** Returns the classes of all topics' records and of what is within them, by name. */
    private static Map<String, Class<?>> classes() {
        Map<String, Class<?>> classes = new HashMap<>();
        Topics.all().stream()
                .<Class<?>>map(Topic::value)
                .filter(SpecificRecord.class::isAssignableFrom)
                .forEach(type -> collect(SpecificData.get().getSchema(type), classes));
        return Map.copyOf(classes);
    }

    /** Collects the classes that one of our own schemas, compiled into the program, is of. */
    private static void collect(Schema schema, Map<String, Class<?>> classes) {
        switch (schema.getType()) {
            case RECORD -> {
                if (classes.put(schema.getFullName(), load(schema.getFullName())) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), classes));
                }
            }
            case ENUM, FIXED -> classes.put(schema.getFullName(), load(schema.getFullName()));
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, classes));
            case ARRAY -> collect(schema.getElementType(), classes);
            case MAP -> collect(schema.getValueType(), classes);
            default -> {}
        }
    }

    // Avro's own look-up asks a list of trusted packages that belongs to the whole program, and ours isn't on it.
    private static Class<?> load(String name) {
        try {
            return Class.forName(name, true, TrustedRecords.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the build lacks the class of a contract", e);
        }
    }

    /** Returns whether {@code type} is one of our records or a type within them. */
    static boolean contains(Class<?> type) {
        return CLASSES.containsValue(type);
    }

    @Override
    @SuppressWarnings("rawtypes") // as overridden
    public @Nullable Class getClass(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> CLASSES.get(schema.getFullName());
            default -> super.getClass(schema);
        };
    }

    @Override
    @SuppressWarnings("rawtypes") // as overridden
    public DatumReader createDatumReader(Schema schema) {
        return createDatumReader(schema, schema);
    }

    // Avro itself would choose its slow reader for a subclass, and that one reads the properties that name classes.
    @Override
    @SuppressWarnings("rawtypes") // as overridden
    public DatumReader createDatumReader(Schema writer, Schema reader) {
        try {
            return readers.createDatumReader(writer, reader);
        } catch (IOException e) {
            throw new UncheckedIOException("a reader reads nothing while it is made", e);
        }
    }
}
