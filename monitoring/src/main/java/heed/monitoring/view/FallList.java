package heed.monitoring.view;

import heed.monitoring.readmodel.Baselines;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Snapshot;
import heed.schemas.Baseline;
import heed.schemas.BaselineState;
import heed.schemas.Drop;
import heed.schemas.DropState;
import heed.schemas.figures.FalseShare;
import heed.schemas.key.SeriesKey;
import heed.schemas.sentence.English;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines that have fallen, chosen from all that a reader sees so that of those chosen at most a stated share is
 * there by chance: for readers of thousands of lines, among which some drop is always open by chance.
 *
 * @param share that may be there by chance
 * @param lines how many the reader sees that are watched
 * @param falls the chosen ones, the strongest evidence first
 */
public record FallList(FalseShare share, int lines, List<Fall> falls) {

    private static final Map<Long, String> WORDS = Map.of(
            2L, "two", 3L, "three", 4L, "four", 5L, "five", 10L, "ten", 20L, "twenty", 50L, "fifty", 100L, "a hundred");

    private static final double WHOLE = 1e-9;
    private static final double MOST_YEARS = 1e6;

    public FallList {
        falls = List.copyOf(falls);
    }

    /**
     * A line that has fallen.
     *
     * @param evidenceYears chance alone shows so much evidence at a line about once in so many years, by the days that
     *     are closed
     */
    public record Fall(Drop drop, double evidenceYears) {

        /** Returns how strong the evidence is, rounded down to one figure: "20,000 years". */
        public String years() {
            if (evidenceYears >= MOST_YEARS) {
                return "over a million years";
            }
            long step = 1;
            while (evidenceYears >= 10.0 * step) {
                step *= 10;
            }
            long steps = (long) (evidenceYears / step);
            return English.count(steps * step) + " years";
        }
    }

    /** Chooses among the lines of {@code snapshot}. */
    public static FallList of(Snapshot snapshot, FalseShare share) {
        List<Baseline> watched = snapshot.part(Baselines.class).latest().values().stream()
                .filter(baseline -> baseline.getState() == BaselineState.WATCHED)
                .toList();
        Drops drops = snapshot.part(Drops.class);
        List<Fall> fallen = watched.stream()
                .flatMap(baseline -> fall(baseline, drops).stream())
                .sorted(Comparator.comparingDouble(Fall::evidenceYears)
                        .reversed()
                        .thenComparing(fall -> fall.drop().getDropId()))
                .toList();
        int chosen = share.chosen(
                watched.size(), fallen.stream().mapToDouble(Fall::evidenceYears).toArray());
        return new FallList(share, watched.size(), fallen.subList(0, chosen));
    }

    private static Optional<Fall> fall(Baseline baseline, Drops drops) {
        return drops.latest(SeriesKey.of(baseline))
                .filter(drop -> drop.getState() == DropState.OPEN)
                .map(drop -> new Fall(drop, baseline.getEvidenceYears()));
    }

    /** Returns the years of evidence that each of the chosen has at least, or that one alone would need. */
    public double leastYears() {
        return share.least(Math.max(1, lines), Math.max(1, falls.size()));
    }

    /** Returns how many lines are on the list: "3 of 2,000 lines are on this list". */
    public String headline() {
        if (lines == 0) {
            return "No line is watched yet";
        }
        if (falls.isEmpty()) {
            return lines == 1
                    ? "The one line is not on this list"
                    : "None of " + English.count(lines) + " lines is on this list";
        }
        return English.count(falls.size()) + " of " + English.count(lines) + (lines == 1 ? " line" : " lines")
                + (falls.size() == 1 ? " is" : " are") + " on this list";
    }

    /**
     * Returns what the list holds to: "Of the lines in this list, on average at most one in ten is there by chance."
     */
    public String promise() {
        return "Of the lines in this list, on average at most " + most() + " there by chance.";
    }

    private String most() {
        long oneIn = Math.round(1 / share.most());
        String word = WORDS.get(oneIn);
        return word != null && Math.abs(oneIn * share.most() - 1) < WHOLE
                ? "one in " + word + " is"
                : Math.round(share.most() * 100) + " in 100 are";
    }

    /** Returns how lines come onto the list, in sentences. */
    public String how() {
        return "A line is one measure of a hospital, or of a ward where you see wards. The more lines there are, the more"
                + " evidence each needs to be here; the more of them have fallen, the less. It is counted by days that are"
                + " closed, so a fall comes onto the list two to three days later than it could be. A line stays until"
                + " the evidence is gone, or the fall has eased. Drops that are less sure are under Drops.";
    }
}
