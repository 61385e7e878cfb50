package heed.connectors.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Gives a JSON object's values by columns: the name of a field, or a JSON Pointer (RFC 6901) to one further in. A step
 * of a pointer may choose from a list by what an element says: {@code /answers/[field.ref=overall]/choice/label} is the
 * label of the first whose {@code field} has the {@code ref} {@code overall}.
 *
 * @param line of the file, or which of several objects it is
 */
public record JsonRow(long line, JsonNode object) implements TableRow {

    @Override
    public String cell(String column) {
        JsonNode found = !column.startsWith("/")
                ? object.path(column)
                : column.contains("/[") ? chosen(column) : object.at(column);
        return found.isNull() ? "" : Cells.text(found.asText());
    }

    private JsonNode chosen(String column) {
        JsonNode at = object;
        for (String step : column.substring(1).split("/", -1)) {
            boolean chooses = step.startsWith("[") && step.endsWith("]") && step.contains("=");
            at = chooses ? element(at, step.substring(1, step.length() - 1)) : at.at("/" + step);
        }
        return at;
    }

    private static JsonNode element(JsonNode list, String choice) {
        String[] parts = choice.split("=", 2);
        String pointer = "/" + parts[0].replace('.', '/');
        for (JsonNode each : list) {
            if (each.at(pointer).asText().equals(parts[1])) {
                return each;
            }
        }
        return list.path("");
    }

    @Override
    public boolean endsBefore(String column) {
        return false;
    }

    @Override
    public List<String> content() {
        return List.of(object.toString());
    }
}
