package heed.schemas.disclosure;

import heed.schemas.LeagueRow;
import heed.schemas.National;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;

/**
 * Decides of which months hospitals are compared, and what of it somebody is told who does not see all of them
 * (docs/decisions/048-compared-months.md).
 */
public final class Compared {

    /** Where a month ends last. */
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    private Compared() {}

    /**
     * Tells whether hospitals are compared in a month by {@code now}: once it is over, wherever they are. As far as it
     * is it holds of each of them how many answered and how well, and with the days that are told days of few answers;
     * without those of whom it must not be told, the ranks and the range expected of the others tell theirs.
     */
    public static boolean isOver(YearMonth month, Instant now) {
        return !now.isBefore(
                month.plusMonths(1).atDay(1).atStartOfDay(LAST_ZONE).toInstant());
    }

    /** Tells whether the week that begins with {@code monday} is over by {@code now}, wherever hospitals are. */
    public static boolean isOver(LocalDate monday, Instant now) {
        return !now.isBefore(monday.plusWeeks(1).atStartOfDay(LAST_ZONE).toInstant());
    }

    /**
     * Tells whether a comparison may be shown: all of it, or nothing, since one hidden row could be computed back from
     * the national one; to those who are told by release, once the month is closed.
     */
    public static boolean showsAll(Collection<LeagueRow> rows, Disclosure disclosure) {
        return rows.stream()
                .allMatch(row -> row.getN() >= Math.max(disclosure.minimum(), row.getMinimum())
                        && (!disclosure.isByRelease() || row.getFinal$()));
    }

    /**
     * Returns what of a hospital's row somebody may read who does not see all hospitals: of what the others are in no
     * more than everybody.
     */
    public static LeagueRow besideOthers(LeagueRow row) {
        return Coarse.month(row, 1);
    }

    /** Returns what of all hospitals compared they may read, as of one. */
    public static National besideOthers(National row) {
        return Coarse.month(row, 1);
    }
}
