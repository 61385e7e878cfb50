package heed.monitoring.attack;

import static java.util.stream.Collectors.groupingBy;

import heed.schemas.Channel;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Draws the conclusions from what was read: which counts of answers, and which sums of them, follow for groups that are
 * too small to be shown.
 */
final class Conclusions {

    private static final long MANY = 10_000;
    private static final int PARTITIONS = 4;

    static final String DAY = "a day";
    static final String NEW = "new between two readings";
    static final String WARD = "a ward";

    private final AttackedMonths months;
    private final long minimum;
    private final LinearKnowledge counts;
    private final List<Learned> read = new ArrayList<>();

    private record Learned(BitSet cells, long positive) {}

    /** A small group of answers that nobody is to know of by itself. */
    private record Group(String kind, String name, BitSet cells) {}

    /** Begins with no more than that a count is none or more, and that groups under {@code minimum} are small. */
    Conclusions(AttackedMonths months, long minimum) {
        this.months = months;
        this.minimum = minimum;
        int size = months.cells.size();
        int left = months.readings.size() * PARTITIONS;
        long[] low = new long[size + left];
        long[] high = new long[size + left];
        for (int at = 0; at < size; at++) {
            low[at] = months.cells.get(at).isCorrection() ? -1 : 0;
            high[at] = months.cells.get(at).isCorrection() ? 1 : MANY;
        }
        Arrays.fill(high, size, size + left, minimum - 1);
        this.counts = new LinearKnowledge(low, high);
    }

    /** Learns that the channels of a hospital had answers in the four weeks before the last four. */
    void learnBefore(String hospital, Set<String> channels, LocalDate today, int reading) {
        BitSet before = cells(hospital, null, channels, today.minusDays(55), today.minusDays(28), reading);
        counts.learn(before, sum(before));
    }

    /** Learns that these cells had so many answers, so many of them positive. */
    void learn(BitSet cells, long n, long positive) {
        if (sum(cells) == n && positive(cells) == positive) {
            counts.learn(cells, n);
            read.add(new Learned(cells, positive));
            return;
        }
        stale(cells, n, positive);
    }

    /** What is told is of an earlier reading: the attacker knows the rule of release, and so of which. */
    private void stale(BitSet cells, long n, long positive) {
        for (int seen = months.readings.size(); seen >= 0; seen--) {
            int by = seen;
            BitSet then = (BitSet) cells.clone();
            cells.stream().filter(at -> months.cells.get(at).seen() > by).forEach(then::clear);
            if (sum(then) == n && positive(then) == positive) {
                counts.learn(then, n);
                read.add(new Learned(then, positive));
                return;
            }
        }
        throw new AssertionError("read " + positive + " of " + n + " where there are " + positive(cells) + " of "
                + sum(cells) + ": " + cells.stream().mapToObj(months.cells::get).toList());
    }

    /** Returns the cells of a place, of channels (none for all) and days, as far as a reading saw them. */
    BitSet cells(
            String hospital,
            @Nullable String unit,
            Set<String> channels,
            LocalDate first,
            LocalDate last,
            int reading) {
        return cells(cell -> AttackedMonths.isAt(cell, hospital, unit)
                && (channels.isEmpty() || channels.contains(cell.channel().name()))
                && !cell.date().isBefore(first)
                && !cell.date().isAfter(last)
                && cell.seen() <= reading);
    }

    private BitSet cells(Predicate<Cell> wanted) {
        return IntStream.range(0, months.cells.size())
                .filter(at -> wanted.test(months.cells.get(at)))
                .collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private long sum(BitSet cells) {
        return cells.stream().mapToLong(at -> months.cells.get(at).n()).sum();
    }

    private long positive(BitSet cells) {
        return cells.stream().mapToLong(at -> months.cells.get(at).positive()).sum();
    }

    /** Learns how many answers of a partition were counted, exactly or in steps of the minimum. */
    void partition(int number, long counted, int reading) {
        BitSet all = cells(cell -> AttackedMonths.partitionOf(cell.hospital()) == number && cell.seen() <= reading);
        if (counted % minimum != 0) {
            counts.learn(all, counted);
            return;
        }
        // In steps: what is left to the next one is unknown, and fewer than a step.
        BitSet andLeft = (BitSet) all.clone();
        andLeft.set(months.cells.size() + reading * PARTITIONS + number);
        counts.learn(andLeft, counted + minimum - 1);
    }

    /** Returns the small groups whose number of answers, or the sum of them, is known, by kind. */
    Map<String, List<String>> conclude() {
        counts.conclude();
        long[] low = new long[months.cells.size()];
        long[] high = new long[months.cells.size()];
        for (int at = 0; at < low.length; at++) {
            boolean correction = months.cells.get(at).isCorrection();
            low[at] = correction ? -1 : 0;
            high[at] = correction ? 1 : counts.high(at);
        }
        LinearKnowledge sums = new LinearKnowledge(low, high);
        read.forEach(each -> sums.learn(each.cells(), each.positive()));
        sums.conclude();
        Map<String, List<String>> found = new TreeMap<>();
        groups().stream()
                .filter(group -> isSmall(group.cells()))
                .collect(groupingBy(Group::kind))
                .forEach((kind, all) -> {
                    List<String> known = all.stream()
                            .filter(group -> counts.determines(group.cells()) || sums.determines(group.cells()))
                            .map(Group::name)
                            .toList();
                    if (!known.isEmpty()) {
                        found.put(kind, known);
                    }
                });
        return found;
    }

    private boolean isSmall(BitSet cells) {
        return !cells.isEmpty() && sum(cells) < minimum;
    }

    private List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        Map<Object, List<Cell>> days = months.cells.stream()
                .filter(cell -> !cell.isCorrection())
                .collect(groupingBy(cell -> cell.hospital() + " on " + cell.date()));
        days.forEach((name, cells) -> groups.add(group(DAY, name.toString(), cells::contains)));
        months.cells.stream()
                .collect(groupingBy(cell -> cell.hospital() + " at reading " + cell.seen()))
                .forEach((name, cells) -> {
                    if (cells.get(0).isCorrection()) {
                        groups.add(group("a correction", name, cells::contains));
                    } else if (cells.get(0).seen() > 0) {
                        groups.add(group(NEW, name, cells::contains));
                    }
                });
        for (int reading = 0; reading < months.readings.size(); reading++) {
            int by = reading;
            LocalDate today =
                    months.readings.get(reading).atZone(AttackedMonths.LONDON).toLocalDate();
            windows(groups, "the last 28 days to " + today, today.minusDays(27), today, by);
            LocalDate monday = today.with(DayOfWeek.MONDAY);
            windows(groups, "the week of " + monday, monday, monday.plusDays(6), by);
        }
        windows(groups, "all days", AttackedMonths.FIRST, AttackedMonths.LAST, months.readings.size());
        return groups;
    }

    private void windows(List<Group> groups, String name, LocalDate first, LocalDate last, int reading) {
        for (String unit : List.of("A", "B", "X")) {
            groups.add(new Group(
                    WARD, unit + " in " + name, cells(AttackedMonths.WARDS, unit, Set.of(), first, last, reading)));
        }
        for (Channel channel : List.of(Channel.SMS, Channel.WEB, Channel.PAPER)) {
            groups.add(new Group(
                    "a channel",
                    channel + " in " + name,
                    cells(AttackedMonths.BUSY, null, Set.of(channel.name()), first, last, reading)));
        }
        groups.add(new Group("a hospital", name, cells(AttackedMonths.FEW, null, Set.of(), first, last, reading)));
    }

    private Group group(String kind, String name, Predicate<Cell> wanted) {
        return new Group(kind, name, cells(wanted));
    }
}
