package heed.schemas.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Says which windows of one line are told beside each other, so that none of few answers can be computed from them:
 * secondary suppression over time.
 *
 * <p>A window that is told links the day before it with its last one: who knows of two linked days how many answers
 * came up to the one knows it of the other. What lies between any two that are linked, by however many windows, is
 * known too; so these have to be nothing or at least the minimum apart, and a window that would link others is not
 * told. Where two linked days lie between two others that are, what is left on both sides is known as well, and has to
 * be as much.
 */
public final class LinkedDays {

    private final ToLongFunction<LocalDate> upTo;
    private final int minimum;
    private final Map<LocalDate, Group> groups = new HashMap<>();
    /** Those of several days. */
    private final Set<Group> linked = new HashSet<>();

    private final List<Span> secret = new ArrayList<>();

    /** Consecutive days, the one before the first and the last. */
    public record Span(LocalDate before, LocalDate last) {

        /** Returns the {@code days} that end with {@code last}. */
        public static Span of(LocalDate last, int days) {
            return new Span(last.minusDays(days), last);
        }
    }

    /** Days that are linked, and how many answers came up to each, both in order. */
    static final class Group {

        /** Stand for days that are not there: far from every number of answers, and from each other. */
        private static final long NONE_LATER = Long.MAX_VALUE / 4;

        private static final long NONE_EARLIER = -NONE_LATER;

        private final List<LocalDate> days;
        private final long[] sums;

        private Group(List<LocalDate> days, long[] sums) {
            this.days = days;
            this.sums = sums;
        }

        private Group with(Group other) {
            List<LocalDate> all = new ArrayList<>(days);
            all.addAll(other.days);
            Collections.sort(all);
            long[] both = Arrays.copyOf(sums, sums.length + other.sums.length);
            System.arraycopy(other.sums, 0, both, sums.length, other.sums.length);
            Arrays.sort(both);
            return new Group(all, both);
        }

        /** Returns how many answers came up to the first of these that is not before each of some days, in order. */
        long[] from(List<LocalDate> some) {
            long[] from = new long[some.size()];
            int next = 0;
            for (int at = 0; at < from.length; at++) {
                while (next < sums.length && days.get(next).isBefore(some.get(at))) {
                    next++;
                }
                from[at] = next < sums.length ? sums[next] : NONE_LATER;
            }
            return from;
        }

        /** Returns how many answers came up to the last of these that is not after each of some days, in order. */
        long[] until(List<LocalDate> some) {
            long[] until = new long[some.size()];
            int next = 0;
            for (int at = 0; at < until.length; at++) {
                while (next < sums.length && !days.get(next).isAfter(some.get(at))) {
                    next++;
                }
                until[at] = next == 0 ? NONE_EARLIER : sums[next - 1];
            }
            return until;
        }
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
            Group all = one.with(other);
            linked.remove(one);
            linked.remove(other);
            linked.add(all);
            all.days.forEach(day -> groups.put(day, all));
        }
    }

    /** Tells whether a window may be told beside those that are. */
    public boolean mayTell(Span window) {
        Group one = group(window.before());
        Group other = group(window.last());
        return one == other
                || (areApart(one, other)
                        && secret.stream().noneMatch(each -> links(each, one, other))
                        && linked.stream()
                                .allMatch(third -> third == one || third == other || leaveEnough(one, other, third)));
    }

    /** Returns the days that hang together once a window is told; null where its ends do already. */
    @Nullable
    Group linkedBy(Span window) {
        Group one = group(window.before());
        Group other = group(window.last());
        return one == other ? null : one.with(other);
    }

    /** Returns the days that hang together, those that do with others. */
    List<List<LocalDate>> linked() {
        return linked.stream().map(group -> group.days).toList();
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
    private boolean areApart(Group one, Group other) {
        int at = 0;
        for (long sum : one.sums) {
            while (at < other.sums.length && other.sums[at] <= sum - minimum) {
                at++;
            }
            for (int next = at; next < other.sums.length && other.sums[next] < sum + minimum; next++) {
                if (other.sums[next] != sum) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Tells whether enough is left of what lies between any of one and any of the other, less what is known within by a
     * third, and of what is known by that around it, less this.
     */
    private boolean leaveEnough(Group one, Group other, Group third) {
        long[] oneFrom = third.from(one.days);
        long[] oneUntil = third.until(one.days);
        long[] otherFrom = third.from(other.days);
        long[] otherUntil = third.until(other.days);
        for (int some = 0; some < one.sums.length; some++) {
            for (int at = 0; at < other.sums.length; at++) {
                long answers = other.sums[at] - one.sums[some];
                boolean leaves = answers > 0
                        ? leaves(answers, otherUntil[at] - oneFrom[some], otherFrom[at] - oneUntil[some])
                        : leaves(-answers, oneUntil[some] - otherFrom[at], oneFrom[some] - otherUntil[at]);
                if (!leaves) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean leaves(long answers, long within, long around) {
        return (within <= 0 || !isFew(answers - within)) && (answers == 0 || !isFew(around - answers));
    }

    private boolean isFew(long answers) {
        return answers > 0 && answers < minimum;
    }

    private Group group(LocalDate day) {
        return Objects.requireNonNull(
                groups.computeIfAbsent(day, each -> new Group(List.of(each), new long[] {upTo.applyAsLong(each)})));
    }
}
