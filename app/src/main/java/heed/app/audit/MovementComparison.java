package heed.app.audit;

import heed.schemas.key.ChannelKey;
import heed.schemas.key.MeasureName;
import heed.schemas.key.WeekKey;
import heed.schemas.serde.TopicSerdes;
import heed.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Compares what is said of all hospitals together.
 *
 * <p>The pipeline makes it of the rows on the topic of days, which it may not have come to the end of: a day that lies
 * there still, as one that is counted meanwhile, puts its week and those after it in motion. It changes none before it.
 */
final class MovementComparison {

    private final Collection<PartitionRecount> recounts;
    private final RecountRules rules;
    private final PointsTable table;
    private final Mondays mondays;
    private final Findings<MovementWeeks.Week> findings;
    private final Map<String, LocalDate> waiting = new ConcurrentHashMap<>();
    private @Nullable MovementWeeks movements;

    MovementComparison(Collection<PartitionRecount> recounts, RecountRules rules, PointsTable table, int limit) {
        this.recounts = recounts;
        this.rules = rules;
        this.table = table;
        this.mondays = new Mondays(rules.hospitals());
        this.findings = new Findings<>(Topics.MOVEMENTS.name(), limit);
    }

    /** Notes a record of the topic of days, of which the pipeline has taken in those before {@code taken}. */
    void noteDay(ConsumerRecord<byte[], byte[]> record, long taken) {
        if (record.offset() >= taken && record.key() != null) {
            try {
                ChannelKey day = ChannelKey.parse(new String(record.key(), StandardCharsets.UTF_8));
                LocalDate monday = mondays.of(day.hospital(), day.start().toEpochMilli());
                waiting.merge(day.questionnaire(), monday, MovementComparison::earlier);
            } catch (IllegalArgumentException e) {
                // Nothing comes of a record under a key that is none; the comparison of days tells of it.
            }
        }
    }

    /** Works all weeks out and reads what is said of them. */
    void compare(TopicReading reading, TopicSerdes serdes) throws ExecutionException, InterruptedException {
        MovementWeeks worked = new MovementWeeks(recounts, rules, table, mondays);
        movements = worked;
        reading.read(Topics.MOVEMENTS, () -> {
            var check = new MovementCheck(rules, worked);
            var deserializer = serdes.of(Topics.MOVEMENTS).deserializer();
            return new TopicComparison<>(Topics.MOVEMENTS, deserializer, check, findings)::note;
        });
    }

    /** Says what became of the weeks; hospitals that can't be judged are in all of them. */
    RecountReport.Count judge(JudgeableHospitals judgeable, List<RecountReport.Difference> shown) {
        Collection<MovementWeeks.Week> weeks =
                movements == null ? List.of() : movements.byKey().values();
        return findings.judge("movements", weeks, new WeekSense(judgeable, movedFrom()), shown);
    }

    /** Returns, by questionnaire, the Monday of the first week that is in motion. */
    private Map<String, LocalDate> movedFrom() {
        Map<String, LocalDate> from = new HashMap<>(waiting);
        recounts.forEach(recount -> recount.channelDays()
                .moved()
                .forEach(day -> from.merge(
                        day.questionnaire().id(),
                        mondays.of(day.hospital(), day.startMs()),
                        MovementComparison::earlier)));
        return from;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private record WeekSense(JudgeableHospitals judgeable, Map<String, LocalDate> movedFrom)
            implements Findings.Sense<MovementWeeks.Week> {

        @Override
        public String key(MovementWeeks.Week week) {
            return week.key();
        }

        @Override
        public Findings.Standing of(MovementWeeks.Week week) {
            return of(week.questionnaire(), week.monday());
        }

        @Override
        public Optional<Findings.Standing> ofUnexpected(String key) {
            try {
                WeekKey named = WeekKey.parse(key);
                LocalDate monday = LocalDate.parse(named.week() + "-1", DateTimeFormatter.ISO_WEEK_DATE);
                return Optional.of(of(MeasureName.parse(named.measure()).questionnaire(), monday));
            } catch (IllegalArgumentException | DateTimeException e) {
                return Optional.of(Findings.Standing.COMPARED);
            }
        }

        private Findings.Standing of(String questionnaire, LocalDate monday) {
            if (!judgeable.includesAll()) {
                return Findings.Standing.UNJUDGED;
            }
            LocalDate from = movedFrom.get(questionnaire);
            return from == null || monday.isBefore(from) ? Findings.Standing.COMPARED : Findings.Standing.IN_MOTION;
        }
    }
}
