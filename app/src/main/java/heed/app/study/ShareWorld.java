package heed.app.study;

/**
 * A world of a hospital's comments by week: how many are written, and how those of one week move together. What a model
 * makes of them errs in each.
 */
public enum ShareWorld {
    STEADY("as many each week, weeks correlate at .01", .01, 0, 0, 1),
    CLUSTERED("weeks correlate at .02", .02, 0, 0, 1),
    ALIKE("as before, and the effects of neighbouring weeks correlate at .5", .02, .5, 0, 1),
    SEASON("weeks correlate at .01, the share goes up and down by 2 points over the year", .01, 0, .02, 1),
    THIRD("weeks correlate at .01, a third as many from the second year on", .01, 0, 0, 1 / 3.),
    TENTH("weeks correlate at .01, a tenth as many from the second year on", .01, 0, 0, .1),
    TRIPLE("weeks correlate at .01, three times as many from the second year on", .01, 0, 0, 3);

    private final String description;
    private final double correlation;
    private final double lag;
    private final double season;
    private final double later;

    ShareWorld(String description, double correlation, double lag, double season, double later) {
        this.description = description;
        this.correlation = correlation;
        this.lag = lag;
        this.season = season;
        this.later = later;
    }

    String description() {
        return description;
    }

    /** Returns the correlation of two comments of one week. */
    double correlation() {
        return correlation;
    }

    /** Returns the correlation of the effects of two neighbouring weeks. */
    double lag() {
        return lag;
    }

    /** Returns by how much the share goes up and down over a year. */
    double season() {
        return season;
    }

    /** Returns how many times as many are written from the second year on. */
    double later() {
        return later;
    }
}
