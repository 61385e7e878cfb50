package heed.connectors.fhir;

/** Carries what is wrong with an element from where it is found to where it is collected. */
final class ElementException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Issue issue;

    ElementException(IssueCode code, String expression, String diagnostics) {
        super(diagnostics, null, false, false);
        this.issue = new Issue(code, expression, diagnostics);
    }

    Issue issue() {
        return issue;
    }
}
