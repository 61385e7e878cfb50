package heed.topology.admit;

/** Says that bytes are no Feedback. Without a stack trace: bad input must not be expensive. */
final class MalformedAvroException extends RuntimeException {

    MalformedAvroException() {
        super("not a Feedback in Avro", null, false, false);
    }
}
