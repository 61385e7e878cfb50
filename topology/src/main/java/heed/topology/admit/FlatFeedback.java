package heed.topology.admit;

import java.util.Arrays;

/** A Feedback record as offsets into its Avro bytes; nothing is copied. Reused from record to record. */
final class FlatFeedback {

    byte[] bytes = {};
    int idAt;
    int idLength;
    int revision;
    boolean withdrawn;
    int hospitalAt;
    int hospitalLength;
    int unitAt;
    /** -1 where the record names no unit. */
    int unitLength;

    int questionnaireAt;
    int questionnaireLength;
    long givenAtMs;
    /** Ordinal of the channel. */
    int channel;
    /** Where language and age band begin: equal bytes from here on mean the same of both. */
    int tailAt;

    int tailLength;
    int languageAt;
    /** -1 where no language is stated. */
    int languageLength;

    int ageBandAt;
    /** -1 where no age band is stated. */
    int ageBandLength;

    int answers;
    /** Four numbers an answer: offset and length of the question's code, offset and length of the answer's. */
    int[] answerSlices = new int[32];

    void addAnswer(int questionAt, int questionLength, int answerAt, int answerLength) {
        if ((answers + 1) * 4 > answerSlices.length) {
            answerSlices = Arrays.copyOf(answerSlices, answerSlices.length * 2);
        }
        int at = answers++ * 4;
        answerSlices[at] = questionAt;
        answerSlices[at + 1] = questionLength;
        answerSlices[at + 2] = answerAt;
        answerSlices[at + 3] = answerLength;
    }
}
