package heed.monitoring.draw;

/**
 * A share, of which 1 is all, and what chance alone could make of it.
 *
 * @param low share that it could be at least
 * @param high share that it could be at most
 */
public record Spread(double low, double share, double high) {}
