package heed.app.tail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import heed.schemas.flat.FlatColumn;
import heed.schemas.flat.FlatFields;
import heed.schemas.flat.SpreadsheetText;
import heed.schemas.topic.Topic;
import heed.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.commons.csv.CSVFormat;

/**
 * Lays the JSON of a topic's records out as rows: a column for each field, of a record within the record its own, then
 * the lists, each as JSON, then what says of a record without a value whose it was.
 */
final class TailCsv {

    private static final List<String> REJECTED = List.of(
            "reason",
            "detail",
            "step",
            "source_topic",
            "source_partition",
            "source_offset",
            "source_timestamp",
            "rejected_at",
            "key",
            "size",
            "value");
    private static final List<String> WITHOUT_VALUE = List.of("key", "deleted", "unreadable");

    private final List<String> columns;

    private TailCsv(List<String> columns) {
        this.columns = columns;
    }

    /** Returns the layout of a topic's records, without the field {@code unshown}. */
    static TailCsv of(Topic<?> topic, String unshown) {
        if (topic.equals(Topics.REJECTED)) {
            return new TailCsv(REJECTED);
        }
        Schema schema = SpecificData.get().getSchema(topic.value());
        List<String> columns = new ArrayList<>();
        FlatFields.of(schema).columns().stream().map(FlatColumn::name).forEach(columns::add);
        schema.getFields().stream()
                .filter(field -> field.schema().getType() == Schema.Type.ARRAY)
                .map(Schema.Field::name)
                .forEach(columns::add);
        columns.remove(unshown);
        columns.addAll(WITHOUT_VALUE);
        return new TailCsv(List.copyOf(columns));
    }

    /** Returns the line of names. */
    String header() {
        return CSVFormat.RFC4180.format(columns.toArray());
    }

    /** Returns a record's line. */
    String line(ObjectNode json) {
        List<Object> cells = new ArrayList<>();
        columns.forEach(column -> cells.add(cell(json, column)));
        return CSVFormat.RFC4180.format(cells.toArray());
    }

    /** Finds a column's value; one of a record within is named by both, with {@code _} between. */
    private static Object cell(JsonNode json, String column) {
        JsonNode direct = json.get(column);
        if (direct != null) {
            return text(direct);
        }
        for (int at = column.indexOf('_'); at > 0; at = column.indexOf('_', at + 1)) {
            JsonNode within = json.get(column.substring(0, at));
            if (within != null && within.isObject()) {
                return cell(within, column.substring(at + 1));
            }
        }
        return "";
    }

    private static String text(JsonNode value) {
        if (value.isTextual()) {
            return SpreadsheetText.plain(value.textValue());
        }
        if (value.isNull()) {
            return "";
        }
        return value.isArray() ? value.toString() : value.asText();
    }
}
