package heed.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * Speaks Confluent's schema registry REST API, which Apicurio, Redpanda and Karapace answer too.
 *
 * <p>It asks anew at every call; {@link CachingSchemaRegistry} goes in front. A name and password in the URL are sent
 * as basic authentication and appear in no message.
 */
public final class HttpSchemaRegistry implements SchemaRegistry {

    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int NO_SUCH_SUBJECT = 40401;
    private static final int NO_SUCH_SCHEMA = 40403;

    private final RegistryHttp http;

    /**
     * Creates a client.
     *
     * @param base base of the API, for example {@code http://127.0.0.1:8081} or {@code .../apis/ccompat/v7}
     * @param timeout how long one request may take
     */
    public HttpSchemaRegistry(URI base, HttpClient client, Duration timeout) {
        this(base, RegistryAccess.NONE, client, timeout);
    }

    private HttpSchemaRegistry(URI base, RegistryAccess access, HttpClient client, Duration timeout) {
        this.http = new RegistryHttp(base, access, client, timeout);
    }

    /** Creates a client with an HTTP client of its own, which allows ten seconds to connect and ten to answer. */
    public static HttpSchemaRegistry at(URI base) {
        return at(base, RegistryAccess.NONE);
    }

    /**
     * Creates the same for a registry that asks who it is that asks.
     *
     * @throws IllegalArgumentException where the certificates can't be read, in words
     */
    public static HttpSchemaRegistry at(URI base, RegistryAccess access) {
        return at(base, access, TIMEOUT);
    }

    /** Creates the same, which allows {@code timeout} to connect and the same to answer. */
    public static HttpSchemaRegistry at(URI base, RegistryAccess access, Duration timeout) {
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(timeout);
        access.trust().ifPresent(client::sslContext);
        return new HttpSchemaRegistry(base, access, client.build(), timeout);
    }

    /** Returns the registry's URL, without name and password. */
    public String url() {
        return http.base();
    }

    @Override
    public int register(String subject, Schema schema) {
        var answer = http.post("/subjects/" + encoded(subject) + "/versions", body(schema));
        if (!answer.ok()) {
            throw new SchemaRefusedException(http.base(), subject, answer.why());
        }
        JsonNode id = answer.body().path("id");
        if (!id.isInt()) {
            throw unexpected(answer, "no id");
        }
        return id.intValue();
    }

    @Override
    public Schema byId(int id) {
        if (id < 1) {
            throw new UnknownSchemaException(http.base(), id, "ids begin at 1");
        }
        var answer = http.get("/schemas/ids/" + id);
        if (saysNotFound(answer)) {
            throw new UnknownSchemaException(http.base(), id, answer.why());
        }
        JsonNode text = answer.body().path("schema");
        if (!answer.ok() || !text.isTextual()) {
            throw unexpected(answer, answer.why());
        }
        String type = answer.body().path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new UnknownSchemaException(http.base(), id, "it is of type " + type);
        }
        return parse(id, text.textValue());
    }

    /** Returns the subjects that the registry holds; also the way to see that it answers. */
    public List<String> subjects() {
        var answer = http.get("/subjects");
        if (!answer.ok() || !answer.body().isArray()) {
            throw unexpected(answer, answer.why());
        }
        List<String> subjects = new ArrayList<>();
        answer.body().forEach(subject -> subjects.add(subject.asText()));
        return List.copyOf(subjects);
    }

    /** Sets the rule by which new versions of {@code subject} are judged. */
    public void setCompatibility(String subject, Compatibility rule) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("compatibility", rule.name());
        var answer = http.put("/config/" + encoded(subject), body);
        if (!answer.ok()) {
            throw unexpected(answer, answer.why());
        }
    }

    /**
     * Returns the rule by which new versions of {@code subject} are judged, or nothing where it has none of its own.
     */
    public Optional<String> compatibility(String subject) {
        var answer = http.get("/config/" + encoded(subject));
        return answer.ok()
                ? Optional.of(answer.body().path("compatibilityLevel").asText("unknown"))
                : Optional.empty();
    }

    /** Tells whether new versions of {@code subject} are judged by {@code rule}, its own or that of all subjects. */
    public boolean isJudgedBy(String subject, Compatibility rule) {
        var answer = http.get("/config/" + encoded(subject) + "?defaultToGlobal=true");
        return answer.ok() && answer.body().path("compatibilityLevel").asText().equals(rule.name());
    }

    private Schema parse(int id, String text) {
        try {
            // Defaults are the writer's affair: an old schema with a sloppy one still says how its bytes are read.
            return new Schema.Parser().setValidateDefaults(false).parse(text);
        } catch (AvroRuntimeException e) {
            throw new UnknownSchemaException(http.base(), id, "it is not readable as Avro: " + e.getMessage());
        }
    }

    // A bare 404 may come from a proxy or a wrong base URL: it says nothing about the id.
    private static boolean saysNotFound(RegistryHttp.Answer answer) {
        return answer.errorCode() >= NO_SUCH_SUBJECT && answer.errorCode() <= NO_SUCH_SCHEMA;
    }

    private RegistryUnavailableException unexpected(RegistryHttp.Answer answer, String what) {
        return new RegistryUnavailableException(http.base(), answer.request() + ": unexpected answer, " + what);
    }

    private static ObjectNode body(Schema schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
    }

    private static String encoded(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
