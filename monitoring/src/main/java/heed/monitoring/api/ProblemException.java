package heed.monitoring.api;

import io.javalin.http.HttpStatus;

/**
 * Says why a request gets no figures, or changed nothing. Its message never repeats a code that was asked for: it may
 * be one that is not to be seen.
 */
final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;

    private ProblemException(HttpStatus status, String detail) {
        super(detail);
        this.status = status;
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, detail);
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, detail);
    }

    static ProblemException of(HttpStatus status, String detail) {
        return new ProblemException(status, detail);
    }

    HttpStatus status() {
        return status;
    }
}
