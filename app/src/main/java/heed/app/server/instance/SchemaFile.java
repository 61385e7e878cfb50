package heed.app.server.instance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Keeps in the data directory what each schema id in its records means: without that nobody can read them. */
public final class SchemaFile {

    private static final String NAME = "schemas.json";

    private final JsonFile file;

    /** Creates the file's view; nothing is read or written yet. */
    public SchemaFile(Path dataDirectory) {
        this.file = new JsonFile(dataDirectory.resolve(NAME));
    }

    /**
     * What an id means.
     *
     * @param schema in Avro's own JSON
     */
    public record Meant(String subject, String schema) {}

    /** Writes what the ids mean, in one step. */
    public void write(Map<Integer, Meant> byId) throws IOException {
        ObjectNode all = JsonFile.object();
        new TreeMap<>(byId).forEach((id, meant) -> all.putObject(Integer.toString(id))
                .put("subject", meant.subject())
                .put("schema", meant.schema()));
        file.write(all);
    }

    /** Returns what the ids mean, the lowest first; nothing where no start has written it yet. */
    public SortedMap<Integer, Meant> read() throws IOException {
        SortedMap<Integer, Meant> byId = new TreeMap<>();
        if (Files.exists(file.path())) {
            for (Map.Entry<String, JsonNode> each : file.read().properties()) {
                byId.put(
                        Integer.valueOf(each.getKey()),
                        new Meant(
                                each.getValue().path("subject").asText(),
                                each.getValue().path("schema").asText()));
            }
        }
        return byId;
    }

    @Override
    public String toString() {
        return file.path().toString();
    }
}
