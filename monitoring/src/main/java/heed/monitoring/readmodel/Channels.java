package heed.monitoring.readmodel;

import heed.schemas.Channel;
import heed.schemas.ChannelDay;
import heed.schemas.ChannelTally;
import heed.schemas.figures.Counted;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How the answers of one hospital came in, day by day, as it stood at one moment. Immutable. */
public final class Channels {

    private final List<ChannelDay> days;
    private final Disclosure disclosure;

    Channels(Collection<ChannelDay> days, Disclosure disclosure) {
        this.days = List.copyOf(days);
        this.disclosure = disclosure;
    }

    /** Returns the mix of the {@code length} days that end with {@code last}, beside as many before them. */
    public ChannelMix mix(String measure, LocalDate last, int length) {
        LocalDate first = last.minusDays(length - 1L);
        int written = days.stream().mapToInt(ChannelDay::getMinimum).max().orElse(0);
        return ChannelMix.of(
                tally(measure, first, last),
                tally(measure, first.minusDays(length), first.minusDays(1)),
                tally -> disclosure.read(tally, written));
    }

    private Map<Channel, Counted> tally(String measure, LocalDate first, LocalDate last) {
        Map<Channel, Counted> tallies = new EnumMap<>(Channel.class);
        for (ChannelDay day : days) {
            LocalDate date = LocalDate.parse(day.getLabel());
            if (!date.isBefore(first) && !date.isAfter(last)) {
                add(tallies, day, measure);
            }
        }
        return tallies;
    }

    private static void add(Map<Channel, Counted> tallies, ChannelDay day, String measure) {
        for (ChannelTally tally : day.getTallies()) {
            if (tally.getMeasure().equals(measure)) {
                tallies.merge(
                        tally.getChannel(),
                        new Counted(tally.getN(), tally.getSum(), tally.getSumOfSquares()),
                        Counted::plus);
            }
        }
    }
}
