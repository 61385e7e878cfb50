package heed.schemas.flat;

import heed.schemas.flat.FlatColumn.Kind;
import heed.schemas.flat.FlatColumn.Presence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Lays the fields of a contract out as columns: those of a record within it too, lists not. A field that is added to
 * the contract is a column from then on.
 */
public final class FlatFields {

    private final Map<FlatColumn, Function<IndexedRecord, @Nullable Object>> fields = new LinkedHashMap<>();

    private FlatFields(Schema schema) {
        add(schema, "", Presence.ALWAYS, record -> record);
    }

    /** Returns the columns of a contract. */
    public static FlatFields of(Schema schema) {
        return new FlatFields(schema);
    }

    /** Returns the columns, in the contract's order. */
    public List<FlatColumn> columns() {
        return List.copyOf(fields.keySet());
    }

    /** Returns a cell for each column; null where it is absent. */
    public List<@Nullable Object> cells(IndexedRecord record) {
        List<@Nullable Object> cells = new ArrayList<>(fields.size());
        fields.values().forEach(field -> cells.add(field.apply(record)));
        return cells;
    }

    private void add(
            Schema schema,
            String prefix,
            Presence outer,
            Function<IndexedRecord, ? extends @Nullable IndexedRecord> within) {
        for (Schema.Field field : schema.getFields()) {
            Schema one = value(field.schema());
            Presence presence = one.equals(field.schema()) ? outer : Presence.MAY_BE_ABSENT;
            Function<IndexedRecord, @Nullable Object> value = record -> {
                IndexedRecord holder = within.apply(record);
                return holder == null ? null : holder.get(field.pos());
            };
            if (one.getType() == Schema.Type.RECORD) {
                add(one, prefix + field.name() + "_", presence, record -> (IndexedRecord) value.apply(record));
            } else if (one.getType() != Schema.Type.ARRAY) {
                Kind kind = kind(one);
                fields.put(
                        new FlatColumn(prefix + field.name(), kind, presence, field.doc()),
                        record -> cell(kind, value.apply(record)));
            }
        }
    }

    /** Returns what a field has where it is not null. */
    private static Schema value(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(each -> each.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }

    private static Kind kind(Schema schema) {
        return switch (schema.getType()) {
            case STRING, ENUM -> Kind.TEXT;
            case INT -> Kind.WHOLE;
            case LONG -> schema.getLogicalType() instanceof LogicalTypes.TimestampMillis ? Kind.INSTANT : Kind.WHOLE;
            case DOUBLE -> Kind.NUMBER;
            case BOOLEAN -> Kind.TRUTH;
            default -> throw new IllegalArgumentException("no column holds a value of the type " + schema.getType());
        };
    }

    private static @Nullable Object cell(Kind kind, @Nullable Object value) {
        if (value == null) {
            return null;
        }
        return switch (kind) {
            case TEXT -> value.toString();
            case WHOLE -> ((Number) value).longValue();
            case NUMBER, TRUTH, INSTANT -> value;
        };
    }
}
