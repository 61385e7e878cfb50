package heed.monitoring.actions;

/**
 * How long and how many notes on charts may be.
 *
 * @param longest characters of one
 * @param most of one place, a hospital as a whole or a ward, that stand at once
 */
public record NoteLimits(int longest, int most) {

    /** The limits where no others are set. */
    public static final NoteLimits USUAL = new NoteLimits(200, 100);

    public NoteLimits {
        if (longest < 1 || most < 1) {
            throw new IllegalArgumentException("must let somebody write: " + longest + " characters, " + most);
        }
    }
}
