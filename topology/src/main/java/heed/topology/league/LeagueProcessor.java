package heed.topology.league;

import heed.schemas.LeagueRow;
import heed.schemas.National;
import heed.schemas.Score;
import heed.schemas.Standing;
import heed.schemas.key.LeagueKey;
import heed.topology.reject.ForeignRecords;
import heed.topology.store.WriteBehindStore;
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

/**
 * Compares hospitals by measure and month, again whenever a month has changed.
 *
 * <p>Ranks with their uncertainty cost a tenth of a second for 150 hospitals in one measure, so they are worked out on a thread of
 * their own, one league at a time, none more often than {@link LeagueRules#interval}, and with rests of {@link #REST} times the
 * work: never more than a quarter of one core. The wall clock decides when a comparison is made, never what it says: that
 * follows from the hospitals' months alone.
 */
public final class LeagueProcessor implements Processor<byte[], byte[], Object, Object> {

    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int REST = 3;

    private final Names names;
    private final LeagueRules rules;
    private final Deserializer<Score> values;
    private final LeagueTables tables;
    private final Executor worker;
    private ProcessorContext<Object, Object> context;
    private ForeignRecords<Score> months;
    private LeagueState leagues;
    private CompletableFuture<LeagueComparison> work;
    private long workBegan;
    private long restUntil;

    /**
     * Names what the step is wired to.
     *
     * @param store store of the leagues
     * @param league node that hospitals' rows go to
     * @param national node that the rows of all hospitals together go to
     * @param standings node that hospitals' places over all measures go to
     * @param rejected node that records go to that are no months
     */
    public record Names(String store, String league, String national, String standings, String rejected) {}

    /** Wires the step; {@code worker} runs the comparisons. */
    public LeagueProcessor(
            Names names, LeagueRules rules, Deserializer<Score> values, LeagueMeasures measures, Executor worker) {
        this.names = names;
        this.rules = rules;
        this.values = values;
        this.tables = new LeagueTables(rules.minimum(), measures);
        this.worker = worker;
    }

    /** Returns the builder of the step's store. */
    public static WriteBehindStoreBuilder<?> store(String name) {
        return new WriteBehindStoreBuilder<>(name, LeagueState::new);
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        months = new ForeignRecords<>("league", "not a row of the topic of months", values, context, names.rejected());
        WriteBehindStore<LeagueState> store = context.getStateStore(names.store());
        leagues = store.state();
        leagues.restored();
        work = null;
        restUntil = Long.MIN_VALUE;
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        months.read(record).ifPresent(leagues::put);
    }

    private void look(long now) {
        if (work != null && work.isDone()) {
            LeagueComparison done = result();
            tell(done);
            restUntil = now + REST * (now - workBegan);
            leagues.told(done, now + rules.interval().toMillis());
        }
        if (work == null && now >= restUntil) {
            leagues.due(now).ifPresent(league -> begin(LeagueSnapshot.of(league), now));
        }
    }

    private void begin(LeagueSnapshot league, long now) {
        workBegan = now;
        work = CompletableFuture.supplyAsync(() -> tables.compare(league), worker);
    }

    private LeagueComparison result() {
        try {
            return work.join();
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
            forward(LeagueKey.of(standing), standing, standing.getAsOf().toEpochMilli(), names.standings());
        }
        gone.forEach(hospital -> forward(
                new LeagueKey(of.questionnaire(), of.month(), hospital).text(), null, of.asOf(), names.standings()));
    }

    private void tell(LeagueComparison.Table table, LeagueSnapshot of, MeasureMonth before) {
        Set<String> gone = new TreeSet<>(before.told);
        for (LeagueRow row : table.rows()) {
            gone.remove(row.getHospital());
            forward(LeagueKey.of(row), row, row.getAsOf().toEpochMilli(), names.league());
        }
        gone.forEach(hospital ->
                forward(new LeagueKey(table.measure(), of.month(), hospital).text(), null, of.asOf(), names.league()));
        National national = table.national();
        if (national != null) {
            forward(LeagueKey.of(national), national, national.getAsOf().toEpochMilli(), names.national());
        } else if (!before.told.isEmpty()) {
            forward(LeagueKey.ofNational(table.measure(), of.month()), null, of.asOf(), names.national());
        }
    }

    private void forward(String key, Object value, long asOf, String node) {
        context.forward(new Record<>(key, value, Math.max(0, asOf)), node);
    }
}
