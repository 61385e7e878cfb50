package heed.schemas.record;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.data.RecordBuilder;
import org.apache.avro.specific.SpecificRecord;

/**
 * Copies a record into a builder of its type, to change some of its fields: all that its schema lists, so that a field
 * added to a contract is copied from the day on which it is added.
 *
 * <p>Avro's own {@code newBuilder(other)} loads classes by the names that a schema mentions, which it is not allowed to
 * here. Values are shared, not copied: none of ours is changed once it is in a record.
 */
public final class RecordCopy {

    /** The setters of a builder's class by field, looked for once: drops are copied at each turn of theirs. */
    private static final ClassValue<Map<String, Method>> SETTERS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> builder) {
            return new ConcurrentHashMap<>();
        }
    };

    private RecordCopy() {}

    /**
     * Sets every field of {@code builder} to what {@code record} has, and returns it.
     *
     * @throws IllegalStateException where the builder lacks one of the record's fields
     */
    public static <T extends SpecificRecord, B extends RecordBuilder<T>> B of(T record, B builder) {
        Map<String, Method> setters = SETTERS.get(builder.getClass());
        for (Schema.Field field : record.getSchema().getFields()) {
            Method setter = setters.computeIfAbsent(field.name(), name -> setter(builder.getClass(), name));
            set(builder, setter, record.get(field.pos()));
        }
        return builder;
    }

    /** Finds the setter by the field's letters: {@code drop_id} has setDropId, {@code final} has setFinal$. */
    private static Method setter(Class<?> builder, String field) {
        String wanted = "set" + field.replace("_", "");
        return Arrays.stream(builder.getMethods())
                .filter(method -> method.getParameterCount() == 1)
                .filter(method -> method.getName()
                        .replace("$", "")
                        .toLowerCase(Locale.ROOT)
                        .equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException(builder.getName() + " has no setter of the field " + field));
    }

    private static void set(Object builder, Method setter, Object value) {
        try {
            setter.invoke(builder, value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(setter + " refused a value that a record has", e);
        }
    }
}
