package heed.topology.detect.mix;

import heed.topology.detect.AnswerNoise;
import heed.topology.detect.WatchRule;
import heed.topology.respondent.Respondent;
import heed.topology.respondent.Trait;
import heed.topology.row.RowReader;
import heed.topology.row.RowWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Counts the answers of a watched key by who gave them: those before a drop, those since, and of the days in between
 * each by itself.
 *
 * <p>As for the watch, the newest day and the two before it are open, and what is older comes too late. Sealed days
 * stay apart for some weeks, because the watch finds a drop only after it began; then they join those before, up to as
 * many days as are learned of what is usual. While a drop is open no day since it began joins them, and those days are
 * forgotten at its end. At most 12 KB on the heap, usually some hundred bytes in a row and at most 2 KB.
 */
public final class MixTally {

    private static final Trait[] TRAITS = Trait.values();
    private static final int VERSION = 1;
    private static final long NEVER = Long.MIN_VALUE;

    private final Categories categories = new Categories();
    private final Counts before = new Counts();
    private final Counts since = new Counts();
    private final DaysApart days = new DaysApart();
    private long newest = NEVER;
    /** First day of the open drop; {@link #NEVER} while none is open. */
    private long began = NEVER;
    /** Days up to this one belong to a drop that is over, or came before the tally did. */
    private long spent = NEVER;

    /**
     * Counts an answer; tells whether it opened its day.
     *
     * @param day local day, in days since 1970-01-01
     * @param loss as the watch counts it, 0 to 60
     */
    public boolean add(long day, Respondent who, int loss) {
        if (isPast(day)) {
            return false;
        }
        Counts known = days.find(day);
        Counts counts = known == null ? open(day) : known;
        days.add(counts, loss);
        for (Trait trait : TRAITS) {
            int category = categories.findOrAdd(Categories.code(trait, who));
            if (category != Categories.NONE) {
                counts.add(category, loss);
            }
        }
        return known == null;
    }

    /** Takes back an answer that was counted with the same day, respondent and loss. */
    public void retract(long day, Respondent who, int loss) {
        Counts counts = isPast(day) ? null : days.find(day);
        if (counts == null || !counts.mayHold(loss)) {
            return;
        }
        days.remove(counts, loss);
        for (Trait trait : TRAITS) {
            int category = categories.find(Categories.code(trait, who));
            if (category != Categories.NONE && counts.mayHold(category, loss)) {
                counts.remove(category, loss);
                if (isUnused(category)) {
                    categories.free(category);
                }
            }
        }
    }

    private boolean isPast(long day) {
        return day <= spent || (newest != NEVER && day < newest - WatchRule.LATE_DAYS);
    }

    private Counts open(long day) {
        Counts opened = days.open(day);
        if (day > newest) {
            newest = day;
            settle();
        }
        return opened;
    }

    /** Lets sealed days join others: those of an open drop at once, else the oldest that need not stay apart. */
    private void settle() {
        long firstOpen = newest - WatchRule.LATE_DAYS;
        List<DaysApart.Day> sealed = isOpen() ? days.takeBefore(firstOpen) : days.takeTooManyBefore(firstOpen);
        sealed.forEach(this::join);
        if (!sealed.isEmpty() && !isOpen()) {
            forgetTheRare();
        }
    }

    private void join(DaysApart.Day day) {
        if (isOpen() && day.date() >= began) {
            since.absorb(day.counts());
        } else if (before.days() < WatchRule.MOST_LEARNED_DAYS) {
            before.absorb(day.counts());
        }
    }

    /**
     * Makes room for others: lets a category join the rest that is in no sealed day apart and has too few answers
     * before to be compared. Open days have no say, because that would depend on the order of their answers.
     */
    private void forgetTheRare() {
        for (int category = 0; category < categories.size(); category++) {
            if (categories.isTaken(category)
                    && before.answers(category) < Stratum.FEWEST_BEFORE
                    && days.answers(category, newest - WatchRule.LATE_DAYS) == 0) {
                before.set(category, 0, 0);
            }
        }
        freeTheUnused();
    }

    private void freeTheUnused() {
        for (int category = 0; category < categories.size(); category++) {
            if (categories.isTaken(category) && isUnused(category)) {
                categories.free(category);
            }
        }
    }

    private boolean isUnused(int category) {
        return before.answers(category) == 0
                && since.answers(category) == 0
                && days.answers(category, Long.MAX_VALUE) == 0;
    }

    /** Tells whether a drop is open here. */
    public boolean isOpen() {
        return began != NEVER;
    }

    /** Notes that a drop opened that began on local day {@code day}. */
    public void begin(long day) {
        began = day;
        settle();
    }

    /** Notes that the open drop is over; its days are forgotten, what belongs to them and comes later passed over. */
    public void end() {
        days.takeBefore(began).forEach(this::join);
        days.clear();
        since.clear();
        began = NEVER;
        spent = newest;
        freeTheUnused();
    }

    /**
     * Notes that what is usual is what has been answered of late: the days of an open drop, else those that stand
     * apart.
     */
    public void makeUsual() {
        if (isOpen()) {
            days.takeBefore(began);
            spent = Math.max(spent, began - 1);
        }
        before.clear();
        before.absorb(since);
        since.clear();
        began = NEVER;
        freeTheUnused();
    }

    /**
     * Tells how much of the open drop is left with the make-up held, by each thing that respondents are told apart by.
     */
    public List<MixFinding> findings(AnswerNoise noise) {
        Counts old = before.copy();
        Counts now = since.copy();
        days.addTo(old, now, began);
        if (!isOpen() || old.answers() == 0 || now.answers() == 0) {
            return List.of();
        }
        return Arrays.stream(TRAITS)
                .filter(categories::has)
                .map(trait -> new MixComparison(strata(trait, old, now), old.days(), now.days(), noise).finding(trait))
                .toList();
    }

    /** Returns the counts by category, with those of none last. */
    private List<Stratum> strata(Trait trait, Counts old, Counts now) {
        List<Stratum> strata = new ArrayList<>();
        Stratum rest = new Stratum(old.answers(), old.loss(), now.answers(), now.loss());
        for (int category = 0; category < categories.size(); category++) {
            if (categories.isOf(category, trait)) {
                Stratum named = new Stratum(
                        old.answers(category), old.loss(category), now.answers(category), now.loss(category));
                strata.add(named);
                rest = rest.less(named);
            }
        }
        strata.add(rest);
        return strata;
    }

    /** Writes the tally; equal tallies give equal bytes. Nothing where nothing was ever counted. */
    public void write(RowWriter out) {
        if (newest == NEVER && !isOpen()) {
            return;
        }
        out.octet(VERSION);
        writeDay(out, newest);
        writeDay(out, began);
        writeDay(out, spent);
        int[] order = categories.write(out);
        before.writeDays(out).write(out, order);
        since.writeDays(out).write(out, order);
        days.write(out, newest, order);
    }

    /** Reads what was written; nothing gives a tally of nothing. */
    public static MixTally read(RowReader in) {
        MixTally tally = new MixTally();
        if (!in.hasMore()) {
            return tally;
        }
        in.requireVersion(VERSION, "make-up of respondents");
        tally.newest = readDay(in);
        tally.began = readDay(in);
        tally.spent = readDay(in);
        int size = tally.categories.read(in);
        tally.before.readDays(in).read(in, size);
        tally.since.readDays(in).read(in, size);
        tally.days.read(in, tally.newest, size);
        return tally;
    }

    private static void writeDay(RowWriter out, long day) {
        out.octet(day == NEVER ? 0 : 1);
        if (day != NEVER) {
            out.number(day);
        }
    }

    private static long readDay(RowReader in) {
        return in.octet() == 0 ? NEVER : in.number();
    }
}
