package heed.connectors.fhir;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads a body as JSON: UTF-8 alone, no field twice, not too deep. The parser's own messages quote it. */
final class ResourceText {

    /** Of objects and lists within another: twelve groups of a questionnaire, in a Bundle. */
    private static final int DEEPEST = 64;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ResourceText() {}

    /** Returns the object; nothing where it is none, which is reported of {@code root}. */
    static Optional<ObjectNode> read(byte[] body, String root, Issues issues) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            JsonNode read = JSON.readTree(text);
            if (read instanceof ObjectNode object) {
                return Optional.of(object);
            }
            issues.add(IssueCode.INVALID, root, "The body must be one JSON object, a resource");
        } catch (CharacterCodingException e) {
            issues.add(IssueCode.INVALID, root, "The body is not in UTF-8, the one encoding that is taken");
        } catch (StreamConstraintsException e) {
            issues.add(
                    IssueCode.INVALID,
                    root,
                    "The body is nested deeper than " + DEEPEST
                            + " levels, or holds a number or a name that is too long");
        } catch (JsonProcessingException e) {
            issues.add(
                    IssueCode.INVALID,
                    root,
                    "The body is not JSON, or has a field twice: see " + place(e.getLocation()));
        }
        return Optional.empty();
    }

    private static String place(JsonLocation location) {
        return location == null
                ? "its beginning"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
