package heed.topology.detect;

import java.util.concurrent.TimeUnit;

/** One answer of a stream, or the retraction of one; days are UTC days. */
public record Line(long atMs, int basisPoints, Kind kind) {

    public enum Kind {
        ANSWER,
        RETRACTION
    }

    public static Line parse(String csv) {
        String[] cells = csv.split(",", -1);
        return new Line(
                Long.parseLong(cells[1]),
                (int) Math.round(Double.parseDouble(cells[2]) * 10_000),
                cells.length > 3 ? Kind.RETRACTION : Kind.ANSWER);
    }

    public long day() {
        return Math.floorDiv(atMs, TimeUnit.DAYS.toMillis(1));
    }

    public int hour() {
        return (int) (Math.floorMod(atMs, TimeUnit.DAYS.toMillis(1)) / TimeUnit.HOURS.toMillis(1));
    }

    public int loss() {
        return Loss.ofBasisPoints(basisPoints);
    }

    /** The same answer, taken back. */
    public Line retracted() {
        return new Line(atMs, basisPoints, Kind.RETRACTION);
    }

    /** The answer that this takes back. */
    public Line answered() {
        return new Line(atMs, basisPoints, Kind.ANSWER);
    }

    public void applyTo(MeasureWatch key, WatchListener listener) {
        if (kind == Kind.ANSWER) {
            key.add(day(), hour(), loss(), atMs, listener);
        } else {
            key.retract(day(), hour(), loss(), atMs, listener);
            key.review(atMs, listener);
        }
    }

    public void applyTo(WatchHistory history) {
        double score = basisPoints / 10_000.0;
        if (kind == Kind.ANSWER) {
            history.add("H1", atMs, score);
        } else {
            history.retract("H1", atMs, score);
        }
    }
}
