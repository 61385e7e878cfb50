package heed.topology.channel;

import heed.schemas.Channel;
import heed.topology.response.Answers;
import heed.topology.response.MeasureGroup;
import heed.topology.response.Place;
import heed.topology.response.ScoredMeasure;
import heed.topology.time.ZoneCalendar.Span;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The integers of all measures of one questionnaire at one hospital on one day, by channel. As with scores, order does
 * not matter and a withdrawal takes out exactly what was put in.
 */
final class DayRow {

    private static final int WIDTH = 3;
    private static final int N = 0;
    private static final int SUM = 1;
    private static final int SQUARES = 2;

    final Place place;
    final MeasureGroup group;
    final Span day;
    /** Newest ledger day of a response in the row; once it is closed the row cannot change. */
    long ledgerDay = Long.MIN_VALUE;

    /** Arrival of the newest record that changed the row, ms. */
    long asOfMs = Long.MIN_VALUE;

    /** Whether the row has changed since the last commit. */
    boolean changed;

    /** Three integers a slot. */
    private final Map<Channel, long[]> figures = new EnumMap<>(Channel.class);

    DayRow(Place place, MeasureGroup group, Span day) {
        this.place = place;
        this.group = group;
        this.day = day;
    }

    /** Puts a response's answers in (sign 1) or takes them out (sign -1). */
    void add(Answers answers, int sign) {
        Channel channel = Channel.valueOf(answers.respondent().channel());
        for (int i = 0; i < answers.count(); i++) {
            long points = answers.points(i);
            add(channel, answers.measure(i), sign, sign * points, sign * points * points);
        }
    }

    /** Adds integers to those of a channel and measure. */
    void add(Channel channel, ScoredMeasure measure, long n, long sum, long squares) {
        long[] ofChannel = roomFor(channel, measure.slot());
        int at = measure.slot() * WIDTH;
        ofChannel[at + N] += n;
        ofChannel[at + SUM] += sum;
        ofChannel[at + SQUARES] += squares;
    }

    /** Hands over the integers of every channel and measure with answers, in the order of channels, then of slots. */
    void forEach(Tallies action) {
        figures.forEach((channel, ofChannel) -> {
            for (int at = 0; at < ofChannel.length; at += WIDTH) {
                if (ofChannel[at + N] != 0) {
                    action.accept(
                            channel,
                            group.measures().get(at / WIDTH),
                            ofChannel[at + N],
                            ofChannel[at + SUM],
                            ofChannel[at + SQUARES]);
                }
            }
        });
    }

    private long[] roomFor(Channel channel, int slot) {
        long[] has = figures.get(channel);
        if (has == null || has.length <= slot * WIDTH) {
            int length = group.measures().size() * WIDTH;
            has = has == null ? new long[length] : Arrays.copyOf(has, length);
            figures.put(channel, has);
        }
        return has;
    }

    /** Takes the integers of one channel and measure. */
    @FunctionalInterface
    interface Tallies {

        void accept(Channel channel, ScoredMeasure measure, long n, long sum, long squares);
    }
}
