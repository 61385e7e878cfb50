package heed.schemas.registry;

/**
 * Says that the registry refused a schema. The schema or the registry's rules must change; asking again does not help.
 */
public final class SchemaRefusedException extends RuntimeException {

    public SchemaRefusedException(String registry, String subject, String why) {
        super("schema registry at " + registry + " refused the schema for subject " + subject + ": " + why
                + ". It has another schema under that subject, which this Heed's may not follow: see " + registry
                + "/subjects/" + subject + "/versions/latest. Where a newer Heed registered it, start that one. Where"
                + " something else did, name a registry without it, or take it out of that one; the embedded registry"
                + " deletes nothing: stop Heed and put back the directory 'registry' of its data from a backup");
    }
}
