package heed.app.study.variants;

import java.util.List;

/**
 * Which parts of the watch are exchanged.
 *
 * @param odds how a day's answers are judged together
 * @param caution what the estimated correlation is multiplied by
 * @param shift standard errors by which the mean is held to be worse than estimated
 * @param falls sizes of fall that are looked for
 */
public record Variant(String name, Odds odds, double caution, double shift, Weekdays weekdays, List<Double> falls) {

    private static final List<Double> THREE = List.of(.05, .10, .20);
    private static final List<Double> SIX = List.of(.05, .075, .10, .15, .20, .30);

    /** How answers of one day that move together are judged. */
    public enum Odds {
        /** Their likelihood ratio is raised to the power of one over the design effect. */
        TEMPERED,
        /** The spread of the day is drawn from a Dirichlet distribution: the exact likelihood of answers so drawn. */
        DIRICHLET,
        /** The same with the correlation of one day alone; what a day carries into the next tempers the ratio. */
        TEMPERED_DIRICHLET
    }

    /** Towards what a weekday's mean is drawn. */
    public enum Weekdays {
        /** The key's mean, for all weekdays the same. */
        MEAN,
        /** The key's mean and the usual difference of that weekday at its peers. */
        PEERS
    }

    /** The watch as it is by its first method. */
    static final Variant WATCH_1 = new Variant("watch-1", Odds.TEMPERED, 1.25, 1, Weekdays.MEAN, THREE);

    /** The exact likelihood with less caution than watch-1's: the watch as it is by its second method. */
    static final Variant WATCH_2 = new Variant("watch-2", Odds.TEMPERED_DIRICHLET, 1.1, 1, Weekdays.MEAN, THREE);

    public static final List<Variant> ALL = List.of(
            WATCH_1,
            new Variant("peers", Odds.TEMPERED, 1.25, 1, Weekdays.PEERS, THREE),
            new Variant("rho", Odds.TEMPERED, 1, 1, Weekdays.MEAN, THREE),
            new Variant("half-shift", Odds.TEMPERED, 1.25, .5, Weekdays.MEAN, THREE),
            new Variant("six-falls", Odds.TEMPERED, 1.25, 1, Weekdays.MEAN, SIX),
            new Variant("exact-wide", Odds.DIRICHLET, 1.25, 1, Weekdays.MEAN, THREE),
            new Variant("exact", Odds.TEMPERED_DIRICHLET, 1.25, 1, Weekdays.MEAN, THREE),
            new Variant("exact+peers", Odds.TEMPERED_DIRICHLET, 1.25, 1, Weekdays.PEERS, THREE),
            new Variant("exact+rho", Odds.TEMPERED_DIRICHLET, 1, 1, Weekdays.MEAN, THREE),
            WATCH_2,
            new Variant("exact+half-shift", Odds.TEMPERED_DIRICHLET, 1.25, .5, Weekdays.MEAN, THREE),
            new Variant("exact+six-falls", Odds.TEMPERED_DIRICHLET, 1.25, 1, Weekdays.MEAN, SIX),
            new Variant("exact+rho+peers", Odds.TEMPERED_DIRICHLET, 1, 1, Weekdays.PEERS, THREE));
}
