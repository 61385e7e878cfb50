package heed.topology.admit;

/** Says that bytes are no Feedback. One instance without a stack trace: bad input must not be expensive. */
final class MalformedAvroException extends RuntimeException {

    static final MalformedAvroException INSTANCE = new MalformedAvroException();

    private MalformedAvroException() {
        super("not a Feedback in Avro", null, false, false);
    }
}
