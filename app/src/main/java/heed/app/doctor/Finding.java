package heed.app.doctor;

/**
 * One thing that was looked at.
 *
 * @param what what is: a sentence
 * @param remedy what to do about a problem; empty where there is none
 */
public record Finding(Verdict verdict, String what, String remedy) {

    /** Says whether something must be done. */
    public enum Verdict {
        OK,
        PROBLEM
    }

    static Finding ok(String what) {
        return new Finding(Verdict.OK, what, "");
    }

    static Finding problem(String what, String remedy) {
        return new Finding(Verdict.PROBLEM, what, remedy);
    }

    /** Says what Kafka refuses, whose first sentence says why and the others what to do. */
    static Finding refusal(String where, String words) {
        int remedy = words.indexOf(". ");
        return problem(where + ": " + words.substring(0, remedy), words.substring(remedy + 2, words.length() - 1));
    }

    /** Tells whether something must be done. */
    public boolean isProblem() {
        return verdict == Verdict.PROBLEM;
    }

    /** Returns the finding as one sentence, for an error message. */
    public String text() {
        return remedy.isEmpty() ? what : what + ". " + remedy + ".";
    }
}
