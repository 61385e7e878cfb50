package heed.schemas.disclosure;

import heed.schemas.disclosure.LinkedDays.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Says which windows of a whole's parts are told beside each other, so that what is left of the whole is not few
 * answers either.
 *
 * <p>Who knows between two days how many answers the whole has, and how many some of its parts have between the same or
 * between days within these, knows what is left. So between every two days that the whole links, the whole less the
 * most that is known of each part there has to be nothing or at least the minimum.
 */
public final class LinkedRest {

    /** Days that the whole links, in order. */
    private final List<LocalDate> days;

    private final int minimum;
    /** By the days that hang together, which they are. */
    private final List<int[]> groups = new ArrayList<>();
    /** What is left between two days of the whole that it links. */
    private final long[][] left;

    private final Map<LinkedDays, long[][]> knownOf = new HashMap<>();

    /** What more is about to be known of a part between two days. */
    private record Known(LinkedDays part, int later, int earlier, long answers) {}

    /**
     * Takes nothing off yet.
     *
     * @param whole with all windows that are told of it
     * @param minimum fewest answers that may be left
     */
    public LinkedRest(LinkedDays whole, int minimum) {
        this.minimum = minimum;
        Map<LocalDate, List<LocalDate>> byDay = new TreeMap<>();
        whole.linked().forEach(linked -> linked.forEach(day -> byDay.put(day, linked)));
        this.days = List.copyOf(byDay.keySet());
        this.left = new long[days.size()][days.size()];
        for (List<LocalDate> linked : whole.linked()) {
            int[] group = linked.stream().mapToInt(days::indexOf).sorted().toArray();
            groups.add(group);
            for (int later : group) {
                for (int earlier : group) {
                    left[later][earlier] = whole.upTo(days.get(later)) - whole.upTo(days.get(earlier));
                }
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
            known.forEach(each -> takeOff(each.part(), each.later(), each.earlier(), -each.answers()));
        }
        return enough;
    }

    private boolean isEnough(long answers) {
        return answers <= 0 || answers >= minimum;
    }

    private void takeOff(Span window, LinkedDays part, List<Known> known) {
        LinkedDays.Group linked = days.isEmpty() ? null : part.linkedBy(window);
        if (linked == null) {
            return;
        }
        long[] from = linked.from(days);
        long[] until = linked.until(days);
        long[][] before = knownOf(part);
        for (int[] group : groups) {
            for (int to = 1; to < group.length; to++) {
                int later = group[to];
                for (int at = 0; at < to; at++) {
                    int earlier = group[at];
                    long more = until[later] - from[earlier] - before[later][earlier];
                    if (more > 0) {
                        takeOff(part, later, earlier, more);
                        known.add(new Known(part, later, earlier, more));
                    }
                }
            }
        }
    }

    private long[][] knownOf(LinkedDays part) {
        return Objects.requireNonNull(
                knownOf.computeIfAbsent(part, none -> new long[days.size()][days.size()]), "it was just made");
    }

    private void takeOff(LinkedDays part, int later, int earlier, long answers) {
        knownOf(part)[later][earlier] += answers;
        left[later][earlier] -= answers;
    }
}
