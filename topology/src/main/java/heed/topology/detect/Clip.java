package heed.topology.detect;

/** Keeps numbers inside their limits. */
final class Clip {

    private Clip() {}

    static double between(double low, double value, double high) {
        return Math.max(low, Math.min(high, value));
    }

    static double toUnit(double value) {
        return between(0, value, 1);
    }
}
