package heed.connectors.submission;

import heed.schemas.name.Codes;

/** Names a place in what was submitted so that the sender finds it again, in the words of the way that it came in. */
public interface SubmissionPlace {

    /** Returns the place as text: {@code $[2].answers} in JSON, a line and a column in a table. */
    String text();

    /** Returns the place of a field of what is here. */
    SubmissionPlace field(String name);

    /**
     * Returns how a field that the sender named may be called. A name that has not the form of a code may be anything,
     * a patient's words included, so it is given by its position.
     *
     * @param position of the field among those beside it, counted from 1
     */
    static String named(String name, int position) {
        return Codes.isCode(name) ? name : "(field " + position + ")";
    }
}
