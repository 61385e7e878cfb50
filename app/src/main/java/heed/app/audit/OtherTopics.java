package heed.app.audit;

import heed.schemas.ChannelDay;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.key.KeyText;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** Compares the topics beside the scores' whose rows are sums of answers, or follow from such sums. */
final class OtherTopics {

    private final Collection<PartitionRecount> recounts;
    private final RecountRules rules;
    private final PointsTable table;
    private final TopicSerdes serdes;
    private final Optional<String> hospital;
    private final Findings<ChannelDays.Which> channels;
    private final Findings<ChannelDays.Which> days;
    private final Findings<RowKeys.Found> months;
    private final MovementComparison movements;
    private final MonthComparison league;

    /** Compares what {@code recounts} came to, and keeps in what {@code limit} rows of each topic differ. */
    OtherTopics(
            Collection<PartitionRecount> recounts,
            RecountRules rules,
            PointsTable table,
            TopicSerdes serdes,
            Optional<String> hospital,
            int limit) {
        this.recounts = recounts;
        this.rules = rules;
        this.table = table;
        this.serdes = serdes;
        this.hospital = hospital;
        this.channels = new Findings<>(Topics.CHANNELS.name(), limit);
        this.days = new Findings<>(Topics.DAYS.name(), limit);
        this.months = new Findings<>(Topics.MONTHS.name(), limit);
        this.movements = new MovementComparison(recounts, rules, table, limit);
        this.league = new MonthComparison(recounts, rules, table, limit);
    }

    /** Reads all topics and notes what they say; what is recounted must be settled. */
    void compare(TopicReading reading, PipelineOffsets offsets, Map<String, PartitionRecount> byHospital)
            throws ExecutionException, InterruptedException {
        reading.read(Topics.CHANNELS, () -> TopicReading.only(hospital, channels(byHospital)::note));
        Map<Integer, Long> taken = offsets.committed(Topics.DAYS);
        reading.read(Topics.DAYS, () -> {
            var comparison = days(byHospital);
            return TopicReading.only(hospital, record -> {
                comparison.note(record);
                movements.noteDay(record, taken.getOrDefault(record.partition(), 0L));
            });
        });
        if (hospital.isEmpty()) {
            movements.compare(reading, serdes);
            reading.read(Topics.MONTHS, () -> months(byHospital)::note);
            league.compare(reading, serdes);
        }
    }

    private TopicComparison<ChannelDay, ChannelDays.Which> channels(Map<String, PartitionRecount> byHospital) {
        return new TopicComparison<>(
                Topics.CHANNELS,
                serdes.of(Topics.CHANNELS).deserializer(),
                new ChannelCheck(rules, table, byHospital),
                channels);
    }

    private TopicComparison<ChannelDay, ChannelDays.Which> days(Map<String, PartitionRecount> byHospital) {
        return new TopicComparison<>(
                Topics.DAYS, serdes.of(Topics.DAYS).deserializer(), new ChannelCheck(rules, table, byHospital), days);
    }

    private TopicComparison<Score, RowKeys.Found> months(Map<String, PartitionRecount> byHospital) {
        return new TopicComparison<>(
                Topics.MONTHS,
                serdes.of(Topics.MONTHS).deserializer(),
                new MonthCheck(rules, table, byHospital),
                months);
    }

    /**
     * Adds what became of each topic's rows to {@code counts}, and the differences of some to {@code shown}. Returns
     * how many tables of closed months are not told as they now are.
     */
    long judge(JudgeableHospitals judgeable, List<RecountReport.Count> counts, List<RecountReport.Difference> shown) {
        List<ChannelDays.Which> recounted = recounts.stream()
                .flatMap(recount -> recount.channelDays().all().keySet().stream())
                .toList();
        DaySense sense = new DaySense(judgeable, new ChannelCheck(rules, table, judgeable.byHospital()));
        counts.add(channels.judge("days of channels", recounted, sense, shown));
        counts.add(days.judge("days for movements", recounted, sense, shown));
        if (hospital.isEmpty()) {
            counts.add(movements.judge(judgeable, shown));
            MonthSense ofMonths = new MonthSense(judgeable, new MonthCheck(rules, table, judgeable.byHospital()));
            counts.add(months.judge("months for the league", months(), ofMonths, shown));
            return league.judge(judgeable, counts, shown);
        }
        return 0;
    }

    /** Returns the months of whole hospitals. */
    private List<RowKeys.Found> months() {
        return recounts.stream()
                .flatMap(recount -> IntStream.range(0, recount.rows().size())
                        .filter(row -> recount.rows().kind(row) == Window.MONTH
                                && recount.place(recount.rows().place(row)).unit() == null)
                        .mapToObj(row -> new RowKeys.Found(recount, row)))
                .toList();
    }

    private record MonthSense(JudgeableHospitals judgeable, MonthCheck check) implements Findings.Sense<RowKeys.Found> {

        @Override
        public String key(RowKeys.Found month) {
            return check.key(month);
        }

        @Override
        public Findings.Standing of(RowKeys.Found month) {
            PartitionRecount recount = month.recount();
            String hospital = recount.place(recount.rows().place(month.row())).hospital();
            if (!judgeable.includes(hospital)) {
                return Findings.Standing.UNJUDGED;
            }
            return recount.isMoved(month.row()) ? Findings.Standing.IN_MOTION : Findings.Standing.COMPARED;
        }

        @Override
        public Optional<Findings.Standing> ofUnexpected(String key) {
            if (check.find(key) != null) {
                return Optional.empty();
            }
            List<String> parts = KeyText.parts(key);
            return Optional.of(
                    judgeable.includes(parts.get(parts.size() - 1))
                            ? Findings.Standing.COMPARED
                            : Findings.Standing.UNJUDGED);
        }
    }

    private record DaySense(JudgeableHospitals judgeable, ChannelCheck check)
            implements Findings.Sense<ChannelDays.Which> {

        @Override
        public String key(ChannelDays.Which day) {
            return ChannelCheck.key(day);
        }

        @Override
        public Findings.Standing of(ChannelDays.Which day) {
            if (!judgeable.includes(day.hospital())) {
                return Findings.Standing.UNJUDGED;
            }
            return check.isMoved(day) ? Findings.Standing.IN_MOTION : Findings.Standing.COMPARED;
        }

        @Override
        public Optional<Findings.Standing> ofUnexpected(String key) {
            if (check.find(key) != null) {
                return Optional.empty();
            }
            return Optional.of(
                    judgeable.includes(KeyText.hospital(key))
                            ? Findings.Standing.COMPARED
                            : Findings.Standing.UNJUDGED);
        }
    }
}
