package heed.app.audit;

import heed.schemas.questionnaire.Measure;
import java.util.Arrays;

/** Points of a response in each measure of its questionnaire, {@link Measure#EXCLUDED} where it does not count. */
final class Marks {

    private final int[] points;

    /** Starts with {@code measures} measures in which nothing counts. */
    Marks(int measures) {
        points = new int[measures];
        Arrays.fill(points, Measure.EXCLUDED);
    }

    void set(int measure, int worth) {
        points[measure] = worth;
    }

    int measures() {
        return points.length;
    }

    int of(int measure) {
        return points[measure];
    }

    boolean counts(int measure) {
        return points[measure] != Measure.EXCLUDED;
    }
}
