package heed.connectors.published;

/** Carries a row's problem to where rows are put aside. */
public final class BadRowException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;

    /** Creates one whose message goes on after "line 3: ". */
    public BadRowException(String problem) {
        super(problem);
        this.problem = problem;
    }

    String problem() {
        return problem;
    }
}
