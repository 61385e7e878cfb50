package heed.schemas.listen;

/** Says in a sentence what keeps a certificate or its key from being used, and what to do. */
public final class UnusableCertificateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableCertificateException(String message) {
        super(message);
    }

    UnusableCertificateException(String message, Throwable cause) {
        super(message, cause);
    }
}
