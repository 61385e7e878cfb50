package heed.monitoring.readmodel;

import heed.schemas.Channel;
import heed.schemas.disclosure.Reading;
import heed.schemas.figures.Counted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Tells how the answers of some days came in. Immutable.
 *
 * <p>A channel with too few answers to be shown stands together with the next smallest, until both have enough: alone
 * it could be computed back from the rest and the total. For the same reason the days before are told of all groups or
 * of none.
 *
 * @param total what may be said of all channels together
 * @param groups the most answers first; empty where the total may not be shown
 */
public record ChannelMix(Reading total, List<Group> groups) {

    private static final double PERCENT = 100;

    public ChannelMix {
        groups = List.copyOf(groups);
    }

    /**
     * Channels that are told of together, mostly one.
     *
     * @param share part of the answers, 0 to 1
     * @param before the same in as many days before those, in whole percent; empty where they may not be told
     */
    public record Group(List<Channel> channels, Reading reading, double share, Optional<Double> before) {

        public Group {
            channels = List.copyOf(channels);
        }
    }

    /** Sorts out what may be said of {@code now} and {@code before}; {@code read} says it of a tally. */
    static ChannelMix of(Map<Channel, Counted> now, Map<Channel, Counted> before, Function<Counted, Reading> read) {
        List<Part> parts = parts(now, before);
        Counted total = sum(parts, Part::now);
        Reading said = read.apply(total);
        if (said.shown().isEmpty()) {
            return new ChannelMix(said, List.of());
        }
        boolean joined;
        do {
            joined = joinSmallest(parts, read);
        } while (joined);
        Counted totalBefore = sum(parts, Part::before);
        boolean told = read.apply(totalBefore).shown().isPresent()
                && parts.stream().noneMatch(part -> isTooFew(part.before(), read));
        return new ChannelMix(
                said,
                parts.stream()
                        .filter(part -> told || part.now().n() > 0)
                        .sorted(Comparator.comparingLong(
                                        (Part part) -> part.now().n())
                                .reversed()
                                .thenComparing(part -> part.channels().get(0)))
                        .map(part -> new Group(
                                part.channels(),
                                read.apply(part.now()),
                                share(part.now(), total),
                                told ? Optional.of(wholePercent(share(part.before(), totalBefore))) : Optional.empty()))
                        .toList());
    }

    private static List<Part> parts(Map<Channel, Counted> now, Map<Channel, Counted> before) {
        List<Part> parts = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            Part part = new Part(
                    List.of(channel),
                    now.getOrDefault(channel, Counted.NOTHING),
                    before.getOrDefault(channel, Counted.NOTHING));
            if (part.now().n() + part.before().n() > 0) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** Joins the two smallest parts where the smaller has too few answers, and says whether it did. */
    private static boolean joinSmallest(List<Part> parts, Function<Counted, Reading> read) {
        List<Part> smallest = parts.stream()
                .filter(part -> part.now().n() > 0)
                .sorted(Comparator.comparingLong(part -> part.now().n()))
                .limit(2)
                .toList();
        if (smallest.size() < 2 || !isTooFew(smallest.get(0).now(), read)) {
            return false;
        }
        parts.removeAll(smallest);
        parts.add(smallest.get(1).with(smallest.get(0)));
        return true;
    }

    private static boolean isTooFew(Counted tally, Function<Counted, Reading> read) {
        return read.apply(tally) instanceof Reading.TooFew;
    }

    private static Counted sum(List<Part> parts, Function<Part, Counted> tally) {
        return parts.stream().map(tally).reduce(Counted.NOTHING, Counted::plus);
    }

    private static double share(Counted part, Counted whole) {
        return (double) part.n() / whole.n();
    }

    /** A share that is not rounded tells how many the whole of it are, of which nothing else is told. */
    private static double wholePercent(double share) {
        return Math.round(share * PERCENT) / PERCENT;
    }

    private record Part(List<Channel> channels, Counted now, Counted before) {

        Part with(Part other) {
            List<Channel> both = new ArrayList<>(channels);
            both.addAll(other.channels);
            return new Part(both, now.plus(other.now), before.plus(other.before));
        }
    }
}
