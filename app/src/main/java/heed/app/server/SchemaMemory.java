package heed.app.server;

import heed.app.server.instance.SchemaFile;
import heed.schemas.registry.SchemaRegistry;
import heed.schemas.registry.UnknownSchemaException;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import org.apache.avro.Schema;

/**
 * Sees that a schema id means what it meant when records were written with it. The embedded registry may lose its
 * database while the records stay: filled again with the schemas of a newer Heed it would give old ids to other
 * versions, and records would be read as what they are not.
 */
final class SchemaMemory {

    private final SchemaFile file;
    private final SchemaRegistry registry;
    private final SortedMap<Integer, SchemaFile.Meant> known;

    /**
     * Reads what the ids meant.
     *
     * @throws StartException where that cannot be read
     */
    SchemaMemory(SchemaFile file, SchemaRegistry registry) {
        this.file = file;
        this.registry = registry;
        try {
            this.known = file.read();
        } catch (IOException | NumberFormatException e) {
            throw new StartException(
                    "What the schema ids of this data mean can't be read from " + file + " (" + e
                            + "). Make it readable; where it is damaged and the directory registry beside it is not, delete"
                            + " it: it is written again.",
                    e);
        }
    }

    /**
     * Registers again what the registry has lost, in the order of the ids, so that each is given again. Before anything
     * else is registered.
     *
     * @throws StartException where an id means something else
     */
    void recall() {
        known.forEach((id, meant) -> {
            if (!isKnown(id)) {
                require(id, meant, registry.register(meant.subject(), schema(meant)) == id);
            }
        });
        known.forEach((id, meant) -> require(id, meant, registry.byId(id).equals(schema(meant))));
    }

    private boolean isKnown(int id) {
        try {
            registry.byId(id);
            return true;
        } catch (UnknownSchemaException e) {
            return false;
        }
    }

    private static Schema schema(SchemaFile.Meant meant) {
        return new Schema.Parser().setValidateDefaults(false).parse(meant.schema());
    }

    private void require(int id, SchemaFile.Meant meant, boolean same) {
        if (!same) {
            throw new StartException("The schema registry gives id " + id + " another meaning than when records were"
                    + " written with it: it was the schema of " + meant.subject() + " (" + file
                    + "). Its database was lost or replaced; reading on would misread what is there. Put the directory"
                    + " registry back from a copy, or start in a new directory and bring a backup back with"
                    + " `heed restore`.");
        }
    }

    /** Remembers what the ids of schemas are that were registered now, by subject. */
    void remember(Map<String, Schema> bySubject) {
        bySubject.forEach((subject, schema) ->
                known.put(registry.register(subject, schema), new SchemaFile.Meant(subject, schema.toString())));
        try {
            file.write(known);
        } catch (IOException e) {
            throw new StartException(
                    "What the schema ids of this data mean can't be written to " + file + " (" + e
                            + "). Make it writable, or choose another directory with --data.",
                    e);
        }
    }
}
