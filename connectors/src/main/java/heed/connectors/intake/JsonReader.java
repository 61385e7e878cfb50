package heed.connectors.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a JSON text into {@link Json} and reports every field that appears twice. Which of the two was meant nobody can
 * say, and parsers differ, so it is an error.
 */
final class JsonReader {

    private static final int DEEPEST = 16;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final JsonParser parser;
    private final Problems problems;

    private JsonReader(JsonParser parser, Problems problems) {
        this.parser = parser;
        this.problems = problems;
    }

    /**
     * Returns the value, or nothing where the text is no JSON. The parser's own messages quote the text, so only the place
     * is passed on.
     */
    static Optional<Json> read(byte[] text, Problems problems) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(parser, problems).readWhole();
        } catch (StreamConstraintsException e) {
            problems.add(
                    JsonPath.ROOT,
                    "is nested deeper than " + DEEPEST + " levels, or holds a number or a name that is too long");
        } catch (JsonProcessingException e) {
            problems.add(JsonPath.ROOT, "is not JSON: see " + place(e.getLocation()));
        } catch (IOException e) {
            problems.add(JsonPath.ROOT, "is not JSON in UTF-8");
        }
        return Optional.empty();
    }

    private static String place(JsonLocation location) {
        return location == null
                ? "its beginning"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private Optional<Json> readWhole() throws IOException {
        if (parser.nextToken() == null) {
            problems.add(JsonPath.ROOT, "is empty; it must be a JSON object or an array of objects");
            return Optional.empty();
        }
        Json value = value(JsonPath.ROOT);
        if (parser.nextToken() != null) {
            problems.add(JsonPath.ROOT, "goes on after its end; several objects must be an array");
        }
        return Optional.of(value);
    }

    private Json value(String path) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(path);
            case START_ARRAY -> items(path);
            case VALUE_STRING -> new Json.Text(parser.getText());
            case VALUE_NUMBER_INT -> new Json.Whole(parser.getText());
            case VALUE_NUMBER_FLOAT -> new Json.Fraction();
            case VALUE_TRUE, VALUE_FALSE -> new Json.Truth(parser.getText());
            default -> new Json.Nothing();
        };
    }

    private Json fields(String path) throws IOException {
        Map<String, Json> byName = new LinkedHashMap<>();
        int position = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            String place = JsonPath.field(path, name, ++position);
            parser.nextToken();
            if (byName.containsKey(name)) {
                value(place);
                problems.add(place, "appears more than once");
            } else {
                byName.put(name, value(place));
            }
        }
        return new Json.Fields(byName);
    }

    private Json items(String path) throws IOException {
        List<Json> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(JsonPath.item(path, items.size())));
        }
        return new Json.Items(items);
    }
}
