package heed.schemas.disclosure;

import heed.schemas.disclosure.LinkedDays.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Says which windows of a whole's parts are told beside each other, so that what is left of the whole is not few
 * answers either.
 *
 * <p>Who knows between two days how many answers the whole has, and how many some of its parts have, knows what is left
 * for the others. So between every two days that the whole links, the whole less each part that links them too has to
 * be nothing or at least the minimum.
 */
public final class LinkedRest {

    private final Map<LocalDate, Day> days = new HashMap<>();
    private final int minimum;
    /** What is left between two days of the whole that it links: its own answers, less those of parts that do too. */
    private final long[][] left;

    /** A day that the whole links with others. */
    private record Day(int at, int group) {}

    /** What is about to be known of a part, or of several, between two days. */
    private record Known(int later, int earlier, long answers) {}

    /**
     * Takes nothing off yet.
     *
     * @param whole with all windows that are told of it
     * @param minimum fewest answers that may be left
     */
    public LinkedRest(LinkedDays whole, int minimum) {
        this.minimum = minimum;
        List<Long> sums = new ArrayList<>();
        int group = 0;
        for (List<LocalDate> linked : whole.linked()) {
            for (LocalDate day : linked) {
                days.put(day, new Day(sums.size(), group));
                sums.add(whole.upTo(day));
            }
            group++;
        }
        this.left = new long[sums.size()][sums.size()];
        for (int later = 0; later < left.length; later++) {
            for (int earlier = 0; earlier < left.length; earlier++) {
                left[later][earlier] = Math.abs(sums.get(later) - sums.get(earlier));
            }
        }
    }

    /** Takes in that a window of a part is about to be told, whatever is left. */
    public void tell(Span window, LinkedDays part) {
        takeOff(window, part, new ArrayList<>());
    }

    /**
     * Takes in that a window of parts is about to be told and returns true, or returns false where too few are left.
     */
    public boolean tellIfEnoughIsLeft(Span window, List<LinkedDays> parts) {
        List<Known> known = new ArrayList<>();
        parts.forEach(part -> takeOff(window, part, known));
        boolean enough = known.stream().allMatch(each -> isEnough(left[each.later()][each.earlier()]));
        if (!enough) {
            known.forEach(each -> left[each.later()][each.earlier()] += each.answers());
        }
        return enough;
    }

    private boolean isEnough(long answers) {
        return answers <= 0 || answers >= minimum;
    }

    private void takeOff(Span window, LinkedDays part, List<Known> known) {
        if (days.isEmpty()) {
            return;
        }
        List<LocalDate> some = part.linkedTo(window.before());
        if (some.contains(window.last())) {
            return;
        }
        List<LocalDate> others = part.linkedTo(window.last());
        for (LocalDate one : some) {
            Day day = days.get(one);
            if (day != null) {
                long upTo = part.upTo(one);
                for (LocalDate other : others) {
                    Day second = days.get(other);
                    if (second != null && second.group() == day.group()) {
                        known.add(takeOff(
                                Math.max(day.at(), second.at()),
                                Math.min(day.at(), second.at()),
                                Math.abs(upTo - part.upTo(other))));
                    }
                }
            }
        }
    }

    private Known takeOff(int later, int earlier, long answers) {
        left[later][earlier] -= answers;
        return new Known(later, earlier, answers);
    }
}
