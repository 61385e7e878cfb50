package heed.app.study.variants;

/** A day that is not learned from yet: its answers by place, and whether they may be learned from. */
final class TrialDay {

    final long day;
    final int weekday;
    final int[] counts;
    int count;

    /** Sum of losses in sixtieths. */
    long loss;

    boolean judged;
    boolean judgedForRecovery;
    boolean learns;

    /** The evidence when the day ended. */
    double evidence;

    TrialDay(long day, int weekday, int places) {
        this.day = day;
        this.weekday = weekday;
        this.counts = new int[places];
    }

    void add(int place, int sixtieths) {
        counts[place]++;
        count++;
        loss += sixtieths;
    }

    void deactivate() {
        judged = false;
        judgedForRecovery = false;
        learns = false;
    }
}
