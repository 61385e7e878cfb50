package heed.connectors.connect;

import org.apache.kafka.common.config.ConfigDef;

/**
 * Declares the connector's settings. Those that {@code heed.yaml} has too have the same names here, and should say the
 * same.
 */
final class FeedbackFileSettings {

    static final String DIRECTORY = "directory";
    static final String MAPPING = "mapping";
    static final String REGISTRY = "registry";
    static final String FILES = "files";
    static final String STILL = "still.ms";
    static final String SCAN = "scan.ms";
    static final String BATCH = "batch.rows";
    static final String FINISHED = "finished.directory";
    static final String UNREADABLE = "unreadable";
    static final String USER = "registry-access.user";
    static final String PASSWORD = "registry-access.password";
    static final String TOKEN = "registry-access.token";
    static final String CERTIFICATES = "registry-access.certificates";
    static final String HOSPITALS = "hospitals.file";
    static final String ZONE = "zone";
    static final String QUESTIONNAIRES = "questionnaires";
    static final String LATENESS = "pipeline.lateness";
    static final String LONGEST = "comments.longest";
    static final String NAMES = "comments.names";

    static final String STOP = "stop";
    static final String PASS_OVER = "pass-over";

    /** What the settings may be, in the order in which they are explained. */
    static final ConfigDef DEFINITION = definition();

    private FeedbackFileSettings() {}

    private static ConfigDef definition() {
        var definition = new ConfigDef();
        ofFiles(definition);
        ofReading(definition);
        ofRegistry(definition);
        ofHeed(definition);
        return definition;
    }

    private static void ofFiles(ConfigDef definition) {
        definition
                .define(
                        DIRECTORY,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        Allowed.SOME_DIRECTORY,
                        ConfigDef.Importance.HIGH,
                        "Directory that files are put into; those below it are not looked into. Each worker must see it under this name")
                .define(
                        MAPPING,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        Allowed.SOMETHING,
                        ConfigDef.Importance.HIGH,
                        "How rows become responses: a mapping's file, as heed import --mapping takes it, or the name of one that comes with Heed")
                .define(
                        FILES,
                        ConfigDef.Type.STRING,
                        "*.{csv,tsv,ndjson,jsonl,xlsx}",
                        Allowed.GLOB,
                        ConfigDef.Importance.MEDIUM,
                        "Which names are meant; a name that begins with a dot never is")
                .define(
                        FINISHED,
                        ConfigDef.Type.STRING,
                        "",
                        Allowed.DIRECTORY,
                        ConfigDef.Importance.MEDIUM,
                        "Directory that files are moved to once all of them is committed; empty leaves them, and then each is read through again whenever the task starts, to see that it is the same")
                .define(
                        UNREADABLE,
                        ConfigDef.Type.STRING,
                        STOP,
                        Allowed.oneOf(STOP, PASS_OVER),
                        ConfigDef.Importance.MEDIUM,
                        "What becomes of a file that can't be read, or lacks a column. stop: the task fails and says why. pass-over: it is named in the log as an error, and others are read");
    }

    private static void ofReading(ConfigDef definition) {
        definition
                .define(
                        STILL,
                        ConfigDef.Type.LONG,
                        5_000L,
                        Allowed.between(0, 86_400_000),
                        ConfigDef.Importance.MEDIUM,
                        "Milliseconds for which a file must not have changed before it is read; 0 where files are only ever renamed into the directory")
                .define(
                        SCAN,
                        ConfigDef.Type.LONG,
                        1_000L,
                        Allowed.between(50, 3_600_000),
                        ConfigDef.Importance.LOW,
                        "Milliseconds after which the directory is looked into again")
                .define(
                        BATCH,
                        ConfigDef.Type.INT,
                        500,
                        Allowed.between(1, 10_000),
                        ConfigDef.Importance.LOW,
                        "Responses that are handed over at once, and are a transaction where sources are exactly-once");
    }

    private static void ofRegistry(ConfigDef definition) {
        definition
                .define(
                        REGISTRY,
                        ConfigDef.Type.STRING,
                        ConfigDef.NO_DEFAULT_VALUE,
                        Allowed.URL,
                        ConfigDef.Importance.HIGH,
                        "As in heed.yaml: address of the schema registry")
                .define(
                        USER,
                        ConfigDef.Type.STRING,
                        "",
                        ConfigDef.Importance.MEDIUM,
                        "As in heed.yaml: name for the schema registry, with a password")
                .define(
                        PASSWORD,
                        ConfigDef.Type.PASSWORD,
                        "",
                        ConfigDef.Importance.MEDIUM,
                        "As in heed.yaml: password for the schema registry; a secret")
                .define(
                        TOKEN,
                        ConfigDef.Type.PASSWORD,
                        "",
                        ConfigDef.Importance.MEDIUM,
                        "As in heed.yaml: bearer token for the schema registry, instead of name and password; a secret")
                .define(
                        CERTIFICATES,
                        ConfigDef.Type.STRING,
                        "",
                        Allowed.FILE,
                        ConfigDef.Importance.MEDIUM,
                        "As in heed.yaml: PEM file of the certificates that an https:// registry is trusted by; empty trusts what Java trusts");
    }

    private static void ofHeed(ConfigDef definition) {
        definition
                .define(
                        HOSPITALS,
                        ConfigDef.Type.STRING,
                        "",
                        Allowed.FILE,
                        ConfigDef.Importance.MEDIUM,
                        "As in heed.yaml: CSV file of the hospitals; by it codes are spelt, and times without a zone are understood")
                .define(
                        ZONE,
                        ConfigDef.Type.STRING,
                        "Europe/London",
                        Allowed.ZONE,
                        ConfigDef.Importance.MEDIUM,
                        "As in heed.yaml: time zone of the hospitals that the file does not give one")
                .define(
                        QUESTIONNAIRES,
                        ConfigDef.Type.STRING,
                        "",
                        Allowed.DIRECTORY,
                        ConfigDef.Importance.MEDIUM,
                        "As in heed.yaml: directory of questionnaires of your own")
                .define(
                        LATENESS,
                        ConfigDef.Type.STRING,
                        "45d",
                        Allowed.LATENESS,
                        ConfigDef.Importance.MEDIUM,
                        "As in heed.yaml: how long after it was given a response may arrive; rows that are older are refused, and named in the log")
                .define(
                        LONGEST,
                        ConfigDef.Type.INT,
                        4000,
                        Allowed.between(100, 20_000),
                        ConfigDef.Importance.LOW,
                        "As in heed.yaml: characters that a comment has at most; of a longer one the answers count, and it is not kept")
                .define(
                        NAMES,
                        ConfigDef.Type.STRING,
                        "",
                        Allowed.FILE,
                        ConfigDef.Importance.LOW,
                        "As in heed.yaml: file of names to take out of comments beside those that come with Heed, one a line");
    }
}
