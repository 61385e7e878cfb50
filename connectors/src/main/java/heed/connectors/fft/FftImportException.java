package heed.connectors.fft;

/** Says why an import could not start or could not go on, in words for the person who started it. */
public final class FftImportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FftImportException(String message) {
        super(message);
    }

    FftImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
