package heed.app.settings;

/** Names who writes and reads the Avro wire format. */
public enum SerdesKind {
    /** Our own thin serde. */
    HEED,
    /** Confluent's classes, where they are on the class path. */
    CONFLUENT
}
