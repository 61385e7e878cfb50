package heed.app.audit;

import heed.schemas.Channel;
import heed.schemas.ChannelDay;
import heed.schemas.ChannelTally;
import heed.schemas.Window;
import heed.schemas.key.ChannelKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Compares a record of a day's channels with the day that the recount came to, field by field. One per thread. */
final class ChannelCheck implements TopicComparison.Check<ChannelDay, ChannelDays.Which> {

    private final RecountRules rules;
    private final PointsTable table;
    private final Map<String, PartitionRecount> byHospital;
    private final Map<ZoneId, LocalWindows> windows = new HashMap<>();

    /** Looks in the partition of each hospital. */
    ChannelCheck(RecountRules rules, PointsTable table, Map<String, PartitionRecount> byHospital) {
        this.rules = rules;
        this.table = table;
        this.byHospital = byHospital;
    }

    @Override
    public ChannelDays.@Nullable Which find(String key) {
        try {
            ChannelKey named = ChannelKey.parse(key);
            PartitionRecount recount = byHospital.get(named.hospital());
            PointsTable.Questionnaire questionnaire = table.of(named.questionnaire());
            if (recount == null || questionnaire == null) {
                return null;
            }
            var which = new ChannelDays.Which(
                    named.hospital(), questionnaire, named.start().toEpochMilli());
            return recount.channelDays().all().containsKey(which) ? which : null;
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    /** Says whether a day that was found has changed since it was compared. */
    boolean isMoved(ChannelDays.Which which) {
        PartitionRecount recount = byHospital.get(which.hospital());
        return recount != null && recount.channelDays().moved().contains(which);
    }

    /** Returns the key of a day, as the topic has it. */
    static String key(ChannelDays.Which which) {
        return new ChannelKey(which.hospital(), which.questionnaire().id(), Instant.ofEpochMilli(which.startMs()))
                .text();
    }

    @Override
    public void compare(Fields fields, ChannelDay streamed, ChannelDays.Which which) {
        ChannelDays.Day day = Objects.requireNonNull(
                Objects.requireNonNull(byHospital.get(which.hospital()), "a day was found in its hospital's partition")
                        .channelDays()
                        .all()
                        .get(which),
                "what was found is there");
        LocalWindows.Span span = span(which);
        fields.compare("hospital", streamed.getHospital(), which.hospital());
        fields.compare(
                "questionnaire",
                streamed.getQuestionnaire(),
                which.questionnaire().id());
        fields.compareTimes("start", streamed.getStart(), span.startMs());
        fields.compareTimes("end", streamed.getEnd(), span.endMs());
        fields.compare("label", streamed.getLabel(), span.label());
        tallies(fields, streamed.getTallies(), expected(which, day));
        fields.compare("minimum", streamed.getMinimum(), rules.minimums().internal());
        fields.compareTimes("as_of", streamed.getAsOf(), day.asOfMs());
    }

    private record Of(Channel channel, String measure) {

        @Override
        public String toString() {
            return channel + " in " + measure;
        }
    }

    /** In the order of channels, then measures; what has no answers is absent. */
    private Map<Of, ChannelDays.Sums> expected(ChannelDays.Which which, ChannelDays.Day day) {
        Map<Of, ChannelDays.Sums> expected = new LinkedHashMap<>();
        day.byChannel().forEach((channel, sums) -> {
            for (int i = 0; i < sums.length; i++) {
                if (sums[i].n() != 0) {
                    expected.put(
                            new Of(channel, table.measure(which.questionnaire().measure(i))), sums[i]);
                }
            }
        });
        return expected;
    }

    private static void tallies(Fields fields, List<ChannelTally> streamed, Map<Of, ChannelDays.Sums> recounted) {
        Map<Of, ChannelDays.Sums> said = new LinkedHashMap<>();
        for (ChannelTally tally : streamed) {
            Of of = new Of(tally.getChannel(), tally.getMeasure());
            var sums = new ChannelDays.Sums(tally.getN(), tally.getSum(), tally.getSumOfSquares());
            if (said.put(of, sums) != null) {
                fields.differs("tally of " + of, "there twice", "there once");
            }
            if (!recounted.containsKey(of)) {
                fields.differs("tally of " + of, "present", "absent");
            }
        }
        recounted.forEach((of, sums) -> {
            ChannelDays.Sums there = said.get(of);
            if (there == null) {
                fields.differs("tally of " + of, "absent", "present");
            } else {
                fields.compare("n of " + of, there.n(), sums.n());
                fields.compare("sum of " + of, there.sum(), sums.sum());
                fields.compare("sum_of_squares of " + of, there.sumOfSquares(), sums.sumOfSquares());
            }
        });
        if (said.keySet().equals(recounted.keySet())) {
            fields.compare("order of tallies", List.copyOf(said.keySet()), List.copyOf(recounted.keySet()));
        }
    }

    private LocalWindows.Span span(ChannelDays.Which which) {
        ZoneId zone = rules.hospitals().byCode(which.hospital()).zone();
        return Objects.requireNonNull(
                windows.computeIfAbsent(zone, LocalWindows::new)
                        .of(which.startMs())
                        .get(Window.DAY),
                "there is a window of each kind");
    }
}
