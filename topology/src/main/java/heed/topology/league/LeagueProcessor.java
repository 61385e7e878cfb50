package heed.topology.league;

import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Score;
import heed.schemas.Standing;
import heed.schemas.key.ComparisonKey;
import heed.schemas.key.LeagueKey;
import heed.schemas.rejected.RejectionReason;
import heed.schemas.topic.Topics;
import heed.topology.reject.ForeignRecords;
import heed.topology.reject.Rejections;
import heed.topology.step.Backlog;
import heed.topology.store.WriteBehindStoreBuilder;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Compares hospitals by measure and month, again whenever a month has changed.
 *
 * <p>Ranks with their uncertainty cost a tenth of a second for 150 hospitals in one measure, so they are worked out on
 * a thread of their own, one league at a time, with rests of {@link #REST} times the work: never more than a quarter of
 * one core. While months of a {@link Backlog} come, which change with every commit and which nobody watches, rests are
 * {@link #REST_IN_BACKLOG} times the work. A league is compared again after {@link LeagueRules#interval} at the
 * earliest, and where that took long after {@link #AGAIN} times the work: an open month changes all the time, and its
 * ranks hardly. The wall clock decides when a comparison is made, never what it says: that follows from the hospitals'
 * months alone.
 */
final class LeagueProcessor implements Processor<byte[], byte[], Object, Object> {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int REST = 3;
    private static final int REST_IN_BACKLOG = 15;
    /** A backlog is over once none of its months has come for so long: several commits. */
    private static final Duration BACKLOG_LASTS = Duration.ofSeconds(10);

    private static final int AGAIN = 20;

    private final LeagueRules rules;
    private final Deserializer<Score> values;
    private final LeagueTables tables;
    private final Executor worker;
    private final WriteBehindStoreBuilder<LeagueState> leagueStore;
    private ProcessorContext<Object, Object> context;
    private ForeignRecords<Score> months;
    private LeagueState leagues;
    private @Nullable CompletableFuture<Work> work;
    private long workBeganMs;
    private long workEndedMs;
    private long workedMs;
    private long backlogUntilMs;

    /** Reads months with {@code values}; {@code worker} runs the comparisons. */
    LeagueProcessor(
            LeagueRules rules,
            LeagueMeasures measures,
            Deserializer<Score> values,
            WriteBehindStoreBuilder<LeagueState> leagueStore,
            Executor worker) {
        this.rules = rules;
        this.values = values;
        this.tables = new LeagueTables(rules.minimum(), measures);
        this.leagueStore = leagueStore;
        this.worker = worker;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        months = new ForeignRecords<>(
                Topics.MONTHS.name(),
                values,
                new Rejections("league", context, LeagueStep.REJECTED),
                "not a row of the topic of months");
        leagues = leagueStore.in(context).state();
        leagues.restored();
        work = null;
        workedMs = 0;
        workEndedMs = 0;
        backlogUntilMs = 0;
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        months.read(record).ifPresent(month -> take(record, month));
    }

    private void take(Record<byte[], byte[]> record, Score month) {
        if (PossibleMonth.isPossible(month) && ForeignRecords.isOfItsTime(record, month.getAsOf())) {
            leagues.put(month);
            if (Backlog.holds(context, month.getAsOf().toEpochMilli())) {
                backlogUntilMs = context.currentSystemTimeMs() + BACKLOG_LASTS.toMillis();
            }
        } else {
            months.reject(record, RejectionReason.BAD_ROW);
        }
    }

    private void look(long nowMs) {
        if (work != null && work.isDone()) {
            Work done = result(work);
            tell(done.comparison());
            workEndedMs = nowMs;
            workedMs = nowMs - workBeganMs;
            leagues.told(done.comparison(), nowMs + Math.max(rules.interval().toMillis(), AGAIN * done.tookMs()));
        }
        if (work == null && isRested(nowMs)) {
            leagues.due(nowMs).ifPresent(league -> begin(LeagueSnapshot.of(league), nowMs));
        }
    }

    private boolean isRested(long nowMs) {
        int rest = nowMs < backlogUntilMs ? REST_IN_BACKLOG : REST;
        return nowMs - workEndedMs >= rest * workedMs;
    }

    private void begin(LeagueSnapshot league, long nowMs) {
        workBeganMs = nowMs;
        work = CompletableFuture.supplyAsync(() -> compare(league), worker);
    }

    /** Compares on the worker's thread, which asks the context for nothing but the clock. */
    private Work compare(LeagueSnapshot league) {
        long beganMs = context.currentSystemTimeMs();
        LeagueComparison comparison = tables.compare(league);
        return new Work(comparison, context.currentSystemTimeMs() - beganMs);
    }

    private Work result(CompletableFuture<Work> ended) {
        try {
            return ended.join();
        } catch (CompletionException e) {
            throw new IllegalStateException("a league could not be compared", e.getCause());
        } finally {
            work = null;
        }
    }

    private void tell(LeagueComparison comparison) {
        LeagueSnapshot of = comparison.of();
        League before = leagues.of(of);
        comparison.tables().forEach(table -> tell(table, of, before.measure(table.measure())));
        Set<String> gone = new TreeSet<>(before.standings);
        for (Standing standing : comparison.standings()) {
            gone.remove(standing.getHospital());
            LeagueStep.STANDINGS.say(
                    context,
                    LeagueKey.of(standing).text(),
                    standing,
                    standing.getAsOf().toEpochMilli());
        }
        gone.forEach(hospital -> LeagueStep.STANDINGS.say(
                context, new LeagueKey(of.questionnaire(), of.month(), hospital).text(), null, of.asOfMs()));
    }

    private void tell(LeagueComparison.Table table, LeagueSnapshot of, MeasureMonth before) {
        Set<String> gone = new TreeSet<>(before.told);
        for (LeagueRow row : table.rows()) {
            gone.remove(row.getHospital());
            LeagueStep.ROWS.say(
                    context, LeagueKey.of(row).text(), row, row.getAsOf().toEpochMilli());
        }
        gone.forEach(hospital -> LeagueStep.ROWS.say(
                context, new LeagueKey(table.measure(), of.month(), hospital).text(), null, of.asOfMs()));
        National national = table.national();
        if (national != null) {
            LeagueStep.NATIONAL.say(
                    context,
                    ComparisonKey.of(national).text(),
                    national,
                    national.getAsOf().toEpochMilli());
        } else if (!before.told.isEmpty()) {
            LeagueStep.NATIONAL.say(context, new ComparisonKey(table.measure(), of.month()).text(), null, of.asOfMs());
        }
    }

    /** A comparison, and how long it took. */
    private record Work(LeagueComparison comparison, long tookMs) {}
}
