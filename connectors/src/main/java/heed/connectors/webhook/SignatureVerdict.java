package heed.connectors.webhook;

/**
 * Says whether a delivery is of whom it says.
 *
 * @param delivery what this sending of it is called by the vendor, signed; empty where the vendor calls it nothing
 */
public record SignatureVerdict(Kind kind, String delivery) {

    static final SignatureVerdict GENUINE = new SignatureVerdict(Kind.GENUINE, "");
    static final SignatureVerdict FOREIGN = new SignatureVerdict(Kind.FOREIGN, "");
    static final SignatureVerdict OTHER_TIME = new SignatureVerdict(Kind.OTHER_TIME, "");

    /** What is known of it. */
    public enum Kind {
        GENUINE,
        /** It has no signature that is good, whatever the reason. */
        FOREIGN,
        /** It is signed, but not now. */
        OTHER_TIME
    }
}
