package heed.topology.response;

import heed.schemas.Window;
import heed.topology.respondent.Respondent;
import java.util.Arrays;

/**
 * What a response adds to scores: where and when it was given, and its points by measure. Excluded answers are absent.
 *
 * <p>Reused from response to response; a step that keeps it keeps a copy.
 */
public final class Answers {

    // A record is reused: it says nothing before it is started.
    @SuppressWarnings("NullAway.Init")
    private Place place;

    private long givenAtMs;
    private long arrivalMs;
    private Respondent respondent = Respondent.UNKNOWN;
    private ScoredMeasure[] measures = new ScoredMeasure[8];
    private int[] points = new int[8];
    private int count;

    /** Starts anew with no points. */
    public void start(Place where, long givenMs) {
        place = where;
        givenAtMs = givenMs;
        arrivalMs = givenMs;
        respondent = Respondent.UNKNOWN;
        count = 0;
    }

    /** Says what {@code other} says. */
    public void copy(Answers other) {
        start(other.place, other.givenAtMs);
        from(other.respondent, other.arrivalMs);
        count = other.count;
        if (points.length < count) {
            measures = new ScoredMeasure[count];
            points = new int[count];
        }
        System.arraycopy(other.measures, 0, measures, 0, count);
        System.arraycopy(other.points, 0, points, 0, count);
    }

    /** Says who answered and when that arrived; until then nobody is known and it arrived when it was given. */
    public void from(Respondent who, long arrivedMs) {
        respondent = who;
        arrivalMs = arrivedMs;
    }

    /** Adds the points, 0 to 10,000, of an answer that counts towards {@code measure}. */
    public void add(ScoredMeasure measure, int basisPoints) {
        if (count == points.length) {
            measures = Arrays.copyOf(measures, count * 2);
            points = Arrays.copyOf(points, count * 2);
        }
        measures[count] = measure;
        points[count++] = basisPoints;
    }

    /** Returns where the response belongs: the unit, or the hospital where it names none. */
    public Place place() {
        return place;
    }

    /** Returns the event time, ms. */
    public long givenAtMs() {
        return givenAtMs;
    }

    /** Returns the arrival time of the revision with these answers, ms. */
    public long arrivalMs() {
        return arrivalMs;
    }

    /** Returns what is known of who answered. */
    public Respondent respondent() {
        return respondent;
    }

    /**
     * Says whether it is known on which day the answers were given. Of published figures only the month is: an importer
     * spreads them evenly over it. What looks within a month must not look at those, or it learns from days that never
     * were.
     */
    public boolean isDated() {
        return !respondent.isPublished();
    }

    /** Says whether the answers count in windows of a kind: where they are not dated, in months alone. */
    public boolean countIn(Window kind) {
        return kind == Window.MONTH || isDated();
    }

    /** Returns for how many measures there is room. */
    public int room() {
        return points.length;
    }

    /** Returns how many measures the response counts towards. */
    public int count() {
        return count;
    }

    /** Returns the i-th measure. */
    public ScoredMeasure measure(int i) {
        return measures[i];
    }

    /** Returns the index of a measure, or -1 where the response does not count towards it. */
    public int indexOf(ScoredMeasure measure) {
        for (int i = 0; i < count; i++) {
            if (measures[i].equals(measure)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Says whether both are of one place and worth the same to each measure, in whatever order they were given. Times
     * and who answered are not looked at: whoever sends again may say them anew.
     */
    public boolean sameFigures(Answers other) {
        if (count != other.count || !place.equals(other.place)) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            int there = other.indexOf(measures[i]);
            if (there < 0 || points[i] != other.points[there]) {
                return false;
            }
        }
        return true;
    }

    /** Returns the i-th measure's points. */
    public int points(int i) {
        return points[i];
    }
}
