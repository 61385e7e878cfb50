package heed.connectors.fhir;

import heed.connectors.submission.Problem;

/**
 * Names one thing that is wrong with a resource, as an OperationOutcome does.
 *
 * @param expression FHIRPath of the element; it has names of the standard and of the mapping alone
 * @param diagnostics what is wrong; never holds what the element says
 */
public record Issue(IssueCode code, String expression, String diagnostics) {

    /** Returns what the checks of a submission found at a {@link ResponsePlace}. */
    static Issue of(Problem problem) {
        IssueCode code = problem.message().startsWith("is required")
                ? IssueCode.REQUIRED
                : problem.allowed().isEmpty() ? IssueCode.BUSINESS_RULE : IssueCode.CODE_INVALID;
        String said = problem.allowed().isEmpty()
                ? problem.message()
                : problem.message() + ": " + String.join(", ", problem.allowed());
        int cut = problem.path().indexOf(ResponsePlace.BETWEEN);
        return cut < 0
                ? new Issue(code, problem.path(), said)
                : new Issue(
                        code,
                        problem.path().substring(cut + ResponsePlace.BETWEEN.length()),
                        problem.path().substring(0, cut) + " " + said);
    }
}
