package heed.bench.flat;

import heed.schemas.questionnaire.Measure;
import heed.schemas.questionnaire.Questionnaire;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;

/** Knows what each answer to a questionnaire is worth in each measure, by the bytes of question and answer. */
public final class Worths implements Serializable {

    private static final long serialVersionUID = 1;

    private final int measures;
    private final LongIntMap index = new LongIntMap();
    private final ArrayList<int[]> worths = new ArrayList<>();

    /** Knows the measures of a questionnaire, in their order. */
    public Worths(Questionnaire questionnaire) {
        measures = questionnaire.measures().size();
        for (int slot = 0; slot < measures; slot++) {
            Measure measure = questionnaire.measures().get(slot);
            int at = slot;
            measure.points().forEach((answer, points) -> put(measure.question(), answer, at, points));
        }
    }

    private void put(String question, String answer, int slot, int points) {
        long hash = hash(
                question.getBytes(StandardCharsets.UTF_8),
                0,
                question.length(),
                answer.getBytes(StandardCharsets.UTF_8),
                0,
                answer.length());
        int known = index.get(hash);
        if (known == LongIntMap.NONE) {
            known = worths.size();
            index.put(hash, known);
            worths.add(none());
        }
        worths.get(known)[slot] = points;
    }

    /** Returns no points in any measure. */
    public int[] none() {
        int[] none = new int[measures];
        Arrays.fill(none, Measure.EXCLUDED);
        return none;
    }

    /** Puts in what an answer is worth. */
    void score(byte[] bytes, int question, int questionLength, int answer, int answerLength, int[] points) {
        int known = index.get(hash(bytes, question, questionLength, bytes, answer, answerLength));
        if (known == LongIntMap.NONE) {
            throw new IllegalStateException("an answer that the questionnaire does not know");
        }
        int[] worth = worths.get(known);
        for (int slot = 0; slot < worth.length; slot++) {
            if (worth[slot] != Measure.EXCLUDED) {
                points[slot] = worth[slot];
            }
        }
    }

    private static long hash(byte[] a, int from, int length, byte[] b, int bFrom, int bLength) {
        long question = ByteText.hash(ByteText.BASIS, a, from, length);
        return ByteText.hash((question ^ '|') * 31, b, bFrom, bLength);
    }
}
