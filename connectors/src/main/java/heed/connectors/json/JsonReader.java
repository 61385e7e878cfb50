package heed.connectors.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import heed.connectors.submission.Problems;
import heed.connectors.submission.SubmissionPlace;
import heed.connectors.submission.Submitted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a JSON text into {@link Submitted} and reports every field that appears twice. Which of the two was meant
 * nobody can say, and parsers differ, so it is an error.
 */
public final class JsonReader {

    private static final int DEEPEST = 16;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final JsonParser parser;
    private final JsonPath root;
    private final Problems problems;

    private JsonReader(JsonParser parser, JsonPath root, Problems problems) {
        this.parser = parser;
        this.root = root;
        this.problems = problems;
    }

    /**
     * Returns the value, or nothing where the text is no JSON. The parser's own messages quote the text, so only the
     * place is passed on.
     *
     * @param root what the whole text is called where something is wrong with it
     */
    public static Optional<Submitted> read(byte[] text, JsonPath root, Problems problems) {
        if (!mayBeUtf8(text)) {
            problems.add(root, "is not in UTF-8, the one encoding that is taken: UTF-16 and UTF-32 are not");
            return Optional.empty();
        }
        try (JsonParser parser = FACTORY.createParser(text)) {
            return new JsonReader(parser, root, problems).readWhole();
        } catch (StreamConstraintsException e) {
            problems.add(
                    root, "is nested deeper than " + DEEPEST + " levels, or holds a number or a name that is too long");
        } catch (JsonProcessingException e) {
            problems.add(root, "is not JSON: see " + place(e.getLocation()));
        } catch (IOException e) {
            problems.add(root, "is not JSON in UTF-8");
        }
        return Optional.empty();
    }

    /**
     * Tells JSON in UTF-8 from JSON in UTF-16 and UTF-32, which the parser would take too: their byte order marks are
     * no UTF-8, and without one the first character, an ASCII one, has a zero byte beside it.
     */
    private static boolean mayBeUtf8(byte[] text) {
        for (int i = 0; i < Math.min(text.length, 2); i++) {
            int octet = text[i] & 0xFF;
            if (octet == 0 || octet >= 0xFE) {
                return false;
            }
        }
        return true;
    }

    private static String place(JsonLocation location) {
        return location == null
                ? "its beginning"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private Optional<Submitted> readWhole() throws IOException {
        if (parser.nextToken() == null) {
            problems.add(root, "is empty; it must be a JSON object or an array of objects");
            return Optional.empty();
        }
        Submitted value = value(root);
        if (parser.nextToken() != null) {
            problems.add(root, "goes on after its end; several objects must be an array");
        }
        return Optional.of(value);
    }

    private Submitted value(JsonPath path) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> fields(path);
            case START_ARRAY -> items(path);
            case VALUE_STRING -> new Submitted.Text(parser.getText());
            case VALUE_NUMBER_INT -> new Submitted.Whole(parser.getText());
            case VALUE_NUMBER_FLOAT -> new Submitted.Fraction();
            case VALUE_TRUE, VALUE_FALSE -> new Submitted.Truth(parser.getBooleanValue());
            default -> new Submitted.Nothing();
        };
    }

    private Submitted fields(JsonPath path) throws IOException {
        Map<String, Submitted> byName = new LinkedHashMap<>();
        int position = 0;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonPath place = path.field(SubmissionPlace.named(name, ++position));
            parser.nextToken();
            if (byName.containsKey(name)) {
                value(place);
                problems.add(place, "appears more than once");
            } else {
                byName.put(name, value(place));
            }
        }
        return new Submitted.Fields(byName);
    }

    private Submitted items(JsonPath path) throws IOException {
        List<Submitted> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(path.item(items.size())));
        }
        return new Submitted.Items(items);
    }
}
