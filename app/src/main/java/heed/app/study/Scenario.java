package heed.app.study;

import heed.schemas.Channel;
import heed.topology.respondent.Respondent;

/** A world of which the truth is known: how answers are spread, and how those of one day move together. */
public enum Scenario {
    A("a", "independent answers of 0 or 1, mean .90", Scale.YES_NO, Week.EVEN, Days.ALIKE, 0),
    B("b", "independent answers on five steps, mean .89", Scale.FIVE_STEPS, Week.EVEN, Days.ALIKE, 0),
    C("c", "0 or 1, days correlate at .02, weekdays differ", Scale.YES_NO, Week.UNEVEN, Days.DIRICHLET, 0),
    B_DAYS(
            "b'",
            "five steps, days correlate at .02, weekdays differ",
            Scale.FIVE_STEPS,
            Week.UNEVEN,
            Days.DIRICHLET,
            0),
    AR("AR", "as c, and the effects of neighbouring days correlate at .5", Scale.YES_NO, Week.UNEVEN, Days.NORMAL, .5),
    /** Says how much of what c shows is due to bad days being worse than good days are good. */
    N("n", "as c, but good days are as good as bad days are bad", Scale.YES_NO, Week.UNEVEN, Days.NORMAL, 0),
    SEASON_1("season-1", "as c, and over the year the score goes up and down by .01", .01),
    SEASON_2("season-2", "as c, and over the year the score goes up and down by .02", .02),
    SEASON_3("season-3", "as c, and over the year the score goes up and down by .03", .03),
    IMPORT("import", "as c, after twelve months of published figures that were imported", Before.PUBLISHED),
    /** Says what it spares the watch that published figures do not teach it. */
    IMPORT_AS_DAYS(
            "import-as-days", "as import, the figures taken for answers with days of their own", Before.EVEN_DAYS),
    CEILING("ceiling", "0 or 1, mean .98, days correlate at .02", Scale.NEAR_BEST, Week.EVEN, Days.DIRICHLET, 0);

    private static final double CORRELATION = .02;
    private static final double YEAR = 365.25;

    private final String symbol;
    private final String description;
    private final Scale scale;
    private final Week week;
    private final Days days;
    private final double lag;
    private final double season;
    private final Before before;

    Scenario(String symbol, String description, Scale scale, Week week, Days days, double lag) {
        this(symbol, description, scale, week, days, lag, 0, Before.NOTHING);
    }

    /** As c, with a yearly cycle. */
    Scenario(String symbol, String description, double season) {
        this(symbol, description, Scale.YES_NO, Week.UNEVEN, Days.DIRICHLET, 0, season, Before.NOTHING);
    }

    /** As c, with something before it. */
    Scenario(String symbol, String description, Before before) {
        this(symbol, description, Scale.YES_NO, Week.UNEVEN, Days.DIRICHLET, 0, 0, before);
    }

    Scenario(
            String symbol,
            String description,
            Scale scale,
            Week week,
            Days days,
            double lag,
            double season,
            Before before) {
        this.symbol = symbol;
        this.description = description;
        this.scale = scale;
        this.week = week;
        this.days = days;
        this.lag = lag;
        this.season = season;
        this.before = before;
    }

    /** Returns the name that tables use. */
    public String symbol() {
        return symbol;
    }

    String description() {
        return description;
    }

    /** Returns the possible scores, the best first. */
    public double[] scores() {
        return scale.scores();
    }

    /** Returns the correlation of two answers of one day. */
    public double correlation() {
        return days == Days.ALIKE ? 0 : CORRELATION;
    }

    Days days() {
        return days;
    }

    /** Returns the correlation of the effects of two neighbouring days. */
    double lag() {
        return lag;
    }

    Before before() {
        return before;
    }

    /** Tells whether days differ by the time of the year. */
    boolean hasSeason() {
        return season > 0;
    }

    /**
     * Returns how much better than in the mean of a year the score is on a day, of a year that begins at {@code start}.
     */
    double seasonal(long day, double start) {
        return hasSeason() ? season * StrictMath.sin(2 * Math.PI * (day - start) / YEAR) : 0;
    }

    /**
     * Returns the shares of the scores on a weekday, with the mean lower by {@code drop}.
     *
     * <p>Some patients answer as if every score were as likely, however many it takes. This is not the tilt that the
     * watch assumes of a drop: on five steps the watch has to find another kind of drop than it looks for.
     */
    public double[] shares(int weekday, double drop) {
        double[] scores = scale.scores();
        double[] mixed = scale.shares();
        double usual = 0;
        double even = 0;
        for (int i = 0; i < scores.length; i++) {
            usual += mixed[i] * scores[i];
            even += scores[i] / scores.length;
        }
        double part = (drop - week.effect(weekday)) / (usual - even);
        for (int i = 0; i < scores.length; i++) {
            mixed[i] = (1 - part) * mixed[i] + part / scores.length;
        }
        return mixed;
    }

    @Override
    public String toString() {
        return symbol;
    }

    /** How the days' effects are distributed. */
    enum Days {
        /** There are none. */
        ALIKE,
        /** Shares are drawn from a Dirichlet distribution, which near the best score is skewed towards worse. */
        DIRICHLET,
        /** The best score's share moves by a normal effect. */
        NORMAL
    }

    /** What there was of a hospital before its own answers began. */
    enum Before {
        NOTHING,
        /** Published figures, as an import brings them: each month spread evenly over its days. */
        PUBLISHED,
        /** The same, but nobody says that they are published figures. */
        EVEN_DAYS;

        /** Returns who the responses say gave them. */
        Respondent respondent() {
            return this == PUBLISHED ? Respondent.of(Channel.PUBLISHED.name(), "", "") : Respondent.UNKNOWN;
        }
    }

    private enum Scale {
        NEAR_BEST {
            @Override
            double[] scores() {
                return new double[] {1, 0};
            }

            @Override
            double[] shares() {
                return new double[] {.98, .02};
            }
        },
        YES_NO {
            @Override
            double[] scores() {
                return new double[] {1, 0};
            }

            @Override
            double[] shares() {
                return new double[] {.9, .1};
            }
        },
        FIVE_STEPS {
            @Override
            double[] scores() {
                return new double[] {1, .75, .5, .25, 0};
            }

            @Override
            double[] shares() {
                return new double[] {.72, .19, .05, .02, .02};
            }
        };

        abstract double[] scores();

        abstract double[] shares();
    }

    private enum Week {
        EVEN {
            @Override
            double effect(int weekday) {
                return 0;
            }
        },
        /** The end of the week is worse: .02 and .03 under a mean that the other five days exceed by .01. */
        UNEVEN {
            @Override
            double effect(int weekday) {
                return switch (weekday) {
                    case 5 -> -.02;
                    case 6 -> -.03;
                    default -> .01;
                };
            }
        };

        abstract double effect(int weekday);
    }
}
