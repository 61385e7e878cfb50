package heed.connectors.fhir;

import heed.connectors.submission.Submission;
import java.util.List;
import java.util.Optional;

/**
 * Says what a resource is to Heed.
 *
 * @param submission what is to be recorded; nothing where nothing is
 * @param issues why it is refused; else none
 */
public record ReadResponse(Kind kind, Optional<Submission> submission, List<Issue> issues) {

    public ReadResponse {
        issues = List.copyOf(issues);
    }

    /** What is to become of it. */
    public enum Kind {
        /** A response that is taken for the first. */
        CREATED,
        /** A later revision, or a withdrawal. */
        UPDATED,
        /** The mapping leaves it out. */
        LEFT_OUT,
        /** It is in a Bundle for what refers to it, and is kept nowhere. */
        CARRIED,
        /** It is no R4. */
        MALFORMED,
        /** It is R4, and nothing that is taken here. */
        REFUSED
    }

    static ReadResponse refused(Issues issues) {
        return new ReadResponse(
                issues.areMalformed() ? Kind.MALFORMED : Kind.REFUSED, Optional.empty(), issues.listed());
    }

    static ReadResponse without(Kind kind) {
        return new ReadResponse(kind, Optional.empty(), List.of());
    }

    /** Tells whether it is refused. */
    public boolean isRefused() {
        return kind == Kind.REFUSED || isMalformed();
    }

    /** Tells whether it is refused as no R4. */
    public boolean isMalformed() {
        return kind == Kind.MALFORMED;
    }
}
