package heed.schemas.registry;

/** Says that no Avro schema has an id: a fact about whoever wrote the id, which asking again does not change. */
public final class UnknownSchemaException extends RuntimeException {

    public UnknownSchemaException(String registry, int id, String why) {
        super("schema id " + id + " is unknown to the registry at " + registry + " (" + why
                + "): the writer used another registry, or the schema was deleted");
    }
}
