package heed.topology.detect;

/** What a key has learned, for tests of what judges by it. */
final class LearnedBaseline {

    private LearnedBaseline() {}

    /** Returns forty days of nine good answers and a bad one. */
    static Baseline ofForty() {
        Baseline baseline = new Baseline();
        Residual residual = new Residual();
        for (int i = 0; i < 40; i++) {
            OpenDay day = new OpenDay(new WeighingRoom());
            day.open(i);
            for (int each = 0; each < 10; each++) {
                day.add(12, each == 0 ? Loss.WORST : 0);
            }
            residual.take(day, baseline);
            baseline.add(day, residual);
        }
        return baseline;
    }
}
