package heed.schemas.registry;

/**
 * Says that the registry refused a schema. The schema or the registry's rules must change; asking again does not help.
 */
public final class SchemaRefusedException extends RuntimeException {

    public SchemaRefusedException(String registry, String subject, String why) {
        super("schema registry at " + registry + " refused the schema for subject " + subject + ": " + why
                + "; compare it with the versions registered there, and with the subject's compatibility rule");
    }
}
