package heed.bench.flink;

import heed.bench.flat.WindowTable;
import heed.schemas.Window;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.runtime.state.internal.InternalValueState;
import org.jspecify.annotations.Nullable;

/** Takes a response out of the panes of its hospital and puts another in, hour, day, week and month. */
final class FlinkMoves {

    private static final List<Window> WINDOWS = List.of(Window.values());
    private static final int DAY = WINDOWS.indexOf(Window.DAY);
    private static final int MONTH = WINDOWS.indexOf(Window.MONTH);
    private static final String WHOLE = "";

    private final int measures;
    private final int unitsFrom;
    private final WindowTable windows;
    private final InternalValueState<String, PaneName, long[]> panes;
    private final Opened opened;
    private final Changed changed;
    private final FlinkPane pane;
    private final short[] none;
    /** What the hospital's day was before and is now, which its month follows: of the response before, and after. */
    private final List<DayNumbers> left;

    private final List<DayNumbers> entered;
    private final List<DayNumbers> both;
    private long arrivedMs;
    private int restated;

    FlinkMoves(
            FlinkRules rules,
            WindowTable windows,
            InternalValueState<String, PaneName, long[]> panes,
            Opened opened,
            Changed changed) {
        this.windows = windows;
        this.panes = panes;
        this.opened = opened;
        this.changed = changed;
        measures = rules.measures().size();
        unitsFrom = rules.unitsFrom();
        pane = new FlinkPane(measures);
        none = new short[measures];
        Arrays.fill(none, (short) -1);
        both = List.of(new DayNumbers(measures), new DayNumbers(measures));
        left = both.subList(0, 1);
        entered = both.subList(1, 2);
    }

    /** Hears of each pane that is new. */
    @FunctionalInterface
    interface Opened {
        void at(PaneName name);
    }

    /** Hears of each pane that has changed, and of which measures, as bits. */
    @FunctionalInterface
    interface Changed {
        void at(PaneName name, long measures);
    }

    /** Takes {@code before} out and puts {@code after} in. */
    void move(@Nullable Entered before, @Nullable Entered after, long arrived) throws Exception {
        arrivedMs = arrived;
        restated = before == null ? 0 : 1;
        both.forEach(DayNumbers::clear);
        moveWithin(WHOLE, 0, before, after);
        if (before != null && after != null && before.unit().equals(after.unit())) {
            moveWithinUnit(before.unit(), before, after);
        } else {
            moveWithinUnit(before == null ? WHOLE : before.unit(), before, null);
            moveWithinUnit(after == null ? WHOLE : after.unit(), null, after);
        }
    }

    private void moveWithinUnit(String unit, @Nullable Entered before, @Nullable Entered after) throws Exception {
        if (!unit.equals(WHOLE)) {
            moveWithin(unit, unitsFrom, before, after);
        }
    }

    private void moveWithin(String unit, int shortest, @Nullable Entered before, @Nullable Entered after)
            throws Exception {
        boolean sameDay = true;
        for (int kind = shortest; kind < WINDOWS.size(); kind++) {
            PaneName from = before == null ? null : name(unit, kind, before);
            PaneName to = after == null ? null : name(unit, kind, after);
            boolean stays = from != null && from.equals(to);
            sameDay &= kind != DAY || stays;
            if (from != null && before != null) {
                short[] others = stays && after != null ? after.points() : none;
                Extent extent = sameDay || kind != MONTH || !unit.equals(WHOLE) ? Extent.WHAT_DIFFERS : Extent.ALL;
                replace(from, before.points(), others, extent, stays ? both : left);
            }
            if (to != null && after != null && !stays) {
                replace(to, none, after.points(), Extent.ALL, entered);
            }
        }
    }

    private PaneName name(String unit, int kind, Entered response) {
        return new PaneName(
                unit, kind, windows.get(windows.of(kind, response.givenAtMs())).startMs());
    }

    /** Changes a pane. A measure that stays as it was is left alone, but where another day of a month has it now. */
    private void replace(PaneName name, short[] out, short[] in, Extent extent, List<DayNumbers> days)
            throws Exception {
        panes.setCurrentNamespace(name);
        long[] numbers = panes.value();
        boolean isWhole = name.unit().equals(WHOLE);
        if (numbers == null) {
            numbers = isWhole && name.kind() == MONTH ? pane.emptyMonth() : pane.empty();
            opened.at(name);
        }
        pane.of(numbers);
        long bits = 0;
        for (int slot = 0; slot < measures; slot++) {
            if ((out[slot] >= 0 || in[slot] >= 0) && (extent == Extent.ALL || out[slot] != in[slot])) {
                long nBefore = pane.n(slot);
                long sumBefore = pane.sum(slot);
                pane.replace(slot, out[slot], in[slot], arrivedMs, restated);
                if (isWhole && name.kind() == DAY) {
                    days.get(0).changed(slot, nBefore, sumBefore, pane.n(slot), pane.sum(slot));
                }
                bits |= 1L << slot;
            }
        }
        if (isWhole && name.kind() == MONTH) {
            days.forEach(day -> day.tell(pane));
        }
        if (bits != 0) {
            panes.update(numbers);
            changed.at(name, bits);
        }
    }

    private enum Extent {
        WHAT_DIFFERS,
        ALL
    }
}
