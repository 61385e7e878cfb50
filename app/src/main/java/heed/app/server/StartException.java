package heed.app.server;

import heed.app.doctor.Finding;

/** Says why Heed did not start and what to do. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StartException(String message) {
        super(message);
    }

    StartException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Refuses to start where a finding is a problem. */
    static void where(Finding finding) {
        if (finding.isProblem()) {
            throw new StartException(finding.text());
        }
    }
}
