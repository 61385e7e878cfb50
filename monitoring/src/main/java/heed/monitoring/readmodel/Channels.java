package heed.monitoring.readmodel;

import heed.schemas.Channel;
import heed.schemas.ChannelDay;
import heed.schemas.ChannelTally;
import heed.schemas.disclosure.Disclosure;
import heed.schemas.figures.Counted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the answers of one hospital came in, day by day, as it stood at one moment. Immutable. */
public final class Channels {

    private final List<Day> days;
    private final Disclosure disclosure;

    Channels(Collection<Day> days, Disclosure disclosure) {
        this.days = List.copyOf(days);
        this.disclosure = disclosure;
    }

    /**
     * One day of one questionnaire.
     *
     * @param tallies by measure, then channel
     */
    record Day(LocalDate date, Instant start, int minimum, Map<String, Map<Channel, Counted>> tallies) {

        /**
         * Takes a record.
         *
         * @throws IllegalArgumentException where no answers can have its sums
         */
        static Day of(ChannelDay day) {
            Map<String, Map<Channel, Counted>> tallies = new HashMap<>();
            for (ChannelTally tally : day.getTallies()) {
                tallies.computeIfAbsent(tally.getMeasure(), measure -> new EnumMap<>(Channel.class))
                        .put(tally.getChannel(), new Counted(tally.getN(), tally.getSum(), tally.getSumOfSquares()));
            }
            return new Day(LocalDate.parse(day.getLabel()), day.getStart(), day.getMinimum(), tallies);
        }
    }

    /** Returns the mix of the {@code length} days that end with {@code last}, beside as many before them. */
    public ChannelMix mix(String measure, LocalDate last, int length) {
        LocalDate first = last.minusDays(length - 1L);
        int written = days.stream().mapToInt(Day::minimum).max().orElse(0);
        return ChannelMix.of(
                tally(measure, first, last),
                tally(measure, first.minusDays(length), first.minusDays(1)),
                tally -> disclosure.read(tally, written));
    }

    private Map<Channel, Counted> tally(String measure, LocalDate first, LocalDate last) {
        Map<Channel, Counted> sums = new EnumMap<>(Channel.class);
        for (Day day : days) {
            if (!day.date().isBefore(first) && !day.date().isAfter(last)) {
                day.tallies()
                        .getOrDefault(measure, Map.of())
                        .forEach((channel, tally) -> sums.merge(channel, tally, Counted::plus));
            }
        }
        return sums;
    }
}
