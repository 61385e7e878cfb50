package heed.topology.detect;

import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * Remembers how the evidence grew: the last judged days with answers, each as of its sealing.
 *
 * <p>For people to look at, so what is usual and the evidence are kept as floats. Begins anew at each alarm.
 */
final class Trail {

    /** Days of a drop's trail. */
    static final int LONGEST = 60;

    private final int longest;
    private final int[] days;
    private final int[] counts;
    private final int[] losses;
    private final float[] usual;
    private final float[] evidence;
    private int first;
    private int size;

    /** Remembers so many days at most. */
    Trail(int longest) {
        this.longest = longest;
        this.days = new int[longest];
        this.counts = new int[longest];
        this.losses = new int[longest];
        this.usual = new float[longest];
        this.evidence = new float[longest];
    }

    /** Takes a sealed day in, before it is learned; the oldest day makes room. */
    void add(OpenDay day, Baseline baseline, double level) {
        if (day.count() == 0) {
            return;
        }
        put(
                Math.toIntExact(day.day()),
                day.count(),
                day.loss(),
                (float) (1 - baseline.weekdayMean(day.weekday())),
                (float) level);
    }

    private void put(int day, int count, int loss, float usualScore, float level) {
        int place = (first + size) % longest;
        if (size == longest) {
            first = (first + 1) % longest;
        } else {
            size++;
        }
        days[place] = day;
        counts[place] = count;
        losses[place] = loss;
        usual[place] = usualScore;
        evidence[place] = level;
    }

    /**
     * Returns the last days up to and with the open ones, the oldest first; {@code sealed} is the evidence before
     * those.
     */
    List<TrailDay> with(OpenDays open, Evidence sealed, Baseline baseline, WatchRule rule) {
        List<TrailDay> all = new ArrayList<>(days());
        Evidence grown = sealed.copy();
        for (int i = 0; i < open.size(); i++) {
            OpenDay day = open.get(i);
            if (day.judgesDrop()) {
                grown.seal(day, open.gap(i), rule);
                if (day.count() > 0) {
                    all.add(TrailDay.of(day, baseline, grown.level()));
                }
            }
        }
        return List.copyOf(all.subList(Math.max(0, all.size() - longest), all.size()));
    }

    /** Returns the sealed days, the oldest first. */
    List<TrailDay> days() {
        List<TrailDay> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int place = (first + i) % longest;
            all.add(TrailDay.of(days[place], counts[place], losses[place], usual[place], evidence[place]));
        }
        return List.copyOf(all);
    }

    void clear() {
        first = 0;
        size = 0;
    }

    /** Takes the evidence over from one time between false alarms to another, as {@link Evidence#rescale} does. */
    void rescale(double factor) {
        for (int i = 0; i < longest; i++) {
            evidence[i] = (float) (evidence[i] * factor);
        }
    }

    void write(RowWriter out) {
        out.octet(size);
        long before = 0;
        for (int i = 0; i < size; i++) {
            int place = (first + i) % longest;
            out.number(days[place] - before);
            out.unsigned(counts[place]);
            out.unsigned(losses[place]);
            out.float32(usual[place]);
            out.float32(evidence[place]);
            before = days[place];
        }
    }

    void read(RowReader in) {
        clear();
        int written = in.octet();
        if (written > longest) {
            throw new IllegalArgumentException(
                    "Watch state has a trail of " + written + " days, at most " + longest + " are known");
        }
        long day = 0;
        for (int i = 0; i < written; i++) {
            day += in.number();
            put(Math.toIntExact(day), in.unsignedInt(), in.unsignedInt(), in.float32(), in.float32());
        }
    }
}
