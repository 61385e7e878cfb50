package heed.schemas.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * Says which windows of one line are told beside each other, so that none of few answers can be computed from them:
 * secondary suppression over time.
 *
 * <p>A window that is told links the day before it with its last one: who knows of two linked days how many answers
 * came up to the one knows it of the other. What lies between any two that are linked, by however many windows, is
 * known too; so these have to be nothing or at least the minimum apart, and a window that would link others is not
 * told.
 */
public final class LinkedDays {

    private final ToLongFunction<LocalDate> upTo;
    private final int minimum;
    private final Map<LocalDate, Group> groups = new HashMap<>();
    private final List<Span> secret = new ArrayList<>();

    /** Consecutive days, the one before the first and the last. */
    public record Span(LocalDate before, LocalDate last) {

        /** Returns the {@code days} that end with {@code last}. */
        public static Span of(LocalDate last, int days) {
            return new Span(last.minusDays(days), last);
        }
    }

    /** Days that are linked, and how many answers came up to each, in order. */
    private static final class Group {
        private final List<LocalDate> days = new ArrayList<>();
        private List<Long> sums = new ArrayList<>();
    }

    /**
     * Links nothing yet.
     *
     * @param upTo how many answers came up to a day, from any day on
     * @param minimum fewest answers that are told of the line
     */
    public LinkedDays(ToLongFunction<LocalDate> upTo, int minimum) {
        this.upTo = upTo;
        this.minimum = minimum;
    }

    /** Has a window not be told, however many answers it has. */
    public void hide(Span window) {
        secret.add(window);
    }

    /** Takes in that a window is told, whatever follows from it. */
    public void tell(Span window) {
        Group one = group(window.before());
        Group other = group(window.last());
        if (one != other) {
            one.sums = merged(one.sums, other.sums);
            one.days.addAll(other.days);
            other.days.forEach(day -> groups.put(day, one));
        }
    }

    /** Tells whether a window may be told beside those that are. */
    public boolean mayTell(Span window) {
        Group one = group(window.before());
        Group other = group(window.last());
        return one == other
                || (areApart(one.sums, other.sums) && secret.stream().noneMatch(each -> links(each, one, other)));
    }

    /** Returns the days that hang together with {@code day}, and that itself. */
    List<LocalDate> linkedTo(LocalDate day) {
        return group(day).days;
    }

    /** Returns the days that hang together, those that do with others. */
    List<List<LocalDate>> linked() {
        return groups.values().stream()
                .distinct()
                .map(group -> group.days)
                .filter(days -> days.size() > 1)
                .toList();
    }

    /** Returns how many answers came up to a day. */
    long upTo(LocalDate day) {
        return upTo.applyAsLong(day);
    }

    private boolean links(Span hidden, Group one, Group other) {
        Group before = group(hidden.before());
        Group last = group(hidden.last());
        return (before == one && last == other) || (before == other && last == one);
    }

    /** Tells whether any of one and any of the other are the same or at least the minimum apart. */
    private boolean areApart(List<Long> some, List<Long> others) {
        int at = 0;
        for (long sum : some) {
            while (at < others.size() && others.get(at) <= sum - minimum) {
                at++;
            }
            for (int next = at; next < others.size() && others.get(next) < sum + minimum; next++) {
                if (others.get(next) != sum) {
                    return false;
                }
            }
        }
        return true;
    }

    private Group group(LocalDate day) {
        return Objects.requireNonNull(groups.computeIfAbsent(day, each -> {
            Group alone = new Group();
            alone.days.add(each);
            alone.sums.add(upTo.applyAsLong(each));
            return alone;
        }));
    }

    private static List<Long> merged(List<Long> some, List<Long> others) {
        List<Long> all = new ArrayList<>(some);
        all.addAll(others);
        Collections.sort(all);
        return all;
    }
}
