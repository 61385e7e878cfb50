package heed.monitoring.access.provider;

/** Says why nobody can sign in at the provider, or why what came from it is not believed. Repeats nothing of it. */
public final class ProviderException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    ProviderException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    ProviderException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** What kind of trouble it is. */
    public enum Kind {
        /** It does not answer, or not as a provider does. */
        AWAY,
        /** What came is not what it would send, or not for this. */
        REFUSED
    }

    Kind kind() {
        return kind;
    }
}
