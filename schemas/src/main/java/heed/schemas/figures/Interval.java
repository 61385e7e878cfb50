package heed.schemas.figures;

/** Holds a range of a proportion, both ends within [0, 1]. */
public record Interval(double low, double high) {

    public Interval {
        if (!(low >= 0 && low <= high && high <= 1)) {
            throw new IllegalArgumentException("not a range within [0, 1]: " + low + " to " + high);
        }
    }
}
