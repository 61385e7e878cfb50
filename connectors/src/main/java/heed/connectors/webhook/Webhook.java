package heed.connectors.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import heed.connectors.json.JsonPath;
import heed.connectors.mapping.Mapping;
import heed.connectors.mapping.RowMapper;
import heed.connectors.submission.Problems;
import heed.connectors.submission.Submission;
import heed.connectors.submission.SubmissionReader;
import heed.connectors.table.JsonRow;
import heed.schemas.hospital.HospitalDirectory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Knows one vendor's deliveries: by which signature, and what in them is what. */
public final class Webhook {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final String name;
    private final Signature signature;
    private final Mapping mapping;

    Webhook(String name, Signature signature, Mapping mapping) {
        this.name = name;
        this.signature = signature;
        this.mapping = mapping;
    }

    /** Returns what its address ends in. */
    public String name() {
        return name;
    }

    /** Judges whether a delivery is this vendor's; {@code headers} gives a header's value, or null. */
    public SignatureVerdict judge(Function<String, @Nullable String> headers, byte[] body, Instant now) {
        return signature.judge(headers, body, now);
    }

    /**
     * Returns the responses of a delivery: an object, or several in an array. What the mapping leaves out is none, nor
     * is what answers nothing; what is wrong is added to {@code problems}, and then none of them may be used.
     */
    public List<Submission> read(
            byte[] body,
            SubmissionReader submissions,
            HospitalDirectory hospitals,
            Instant arrival,
            Problems problems) {
        List<Submission> read = new ArrayList<>();
        var mapper = new RowMapper(name, mapping, submissions, hospitals, arrival);
        long number = 0;
        for (JsonNode each : objects(body, problems)) {
            number++;
            var row = new JsonRow(number, each);
            if (!mapper.leavesOut(row) && !mapper.isUnanswered(row)) {
                mapper.read(row, problems).ifPresent(read::add);
            }
        }
        return read;
    }

    private static List<JsonNode> objects(byte[] body, Problems problems) {
        JsonNode root;
        try {
            root = JSON.readTree(new String(body, StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            // The parser's own message quotes the body.
            problems.add(JsonPath.ROOT, "is not JSON, or has a field twice");
            return List.of();
        }
        List<JsonNode> objects = new ArrayList<>();
        if (root.isArray()) {
            root.forEach(objects::add);
        } else {
            objects.add(root);
        }
        if (!objects.stream().allMatch(JsonNode::isObject)) {
            problems.add(JsonPath.ROOT, "must be an object or an array of objects");
            return List.of();
        }
        return objects;
    }
}
