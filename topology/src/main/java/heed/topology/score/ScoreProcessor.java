package heed.topology.score;

import heed.schemas.Restatement;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.key.LeagueKey;
import heed.topology.response.Change;
import heed.topology.response.MeasureCatalogue;
import heed.topology.response.Places;
import heed.topology.store.WriteBehindStore;
import heed.topology.store.WriteBehindStoreBuilder;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Adds each change to its panes and passes it on to the watch; says every changed score once a commit.
 *
 * <p>Windows close by arrival time. Where a partition has been silent for {@link ScoreRules#silence()}, the wall clock
 * closes them: that decides when a row says final, never what it says.
 */
public final class ScoreProcessor implements Processor<byte[], Change, Object, Object> {

    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final Names names;
    private final ScoreRules rules;
    private final ScoreRecords records;
    private ProcessorContext<Object, Object> context;
    private ScoreState panes;
    private long lastRecordAt;

    /**
     * Names what the step is wired to.
     *
     * @param store store of the panes
     * @param watched node that changes go on to
     * @param scores node that scores go to
     * @param months node that scores of whole hospitals in whole months go to as well
     * @param restatements node that the audit of corrections and withdrawals goes to
     */
    public record Names(String store, String watched, String scores, String months, String restatements) {}

    /** Wires the step. */
    public ScoreProcessor(Names names, ScoreRules rules) {
        this.names = names;
        this.rules = rules;
        this.records = new ScoreRecords(rules.minimums());
    }

    /** Returns the builder of the step's store; {@code places} makes those of one task. */
    public static WriteBehindStoreBuilder<?> store(
            String name, ScoreRules rules, Supplier<Places> places, MeasureCatalogue catalogue) {
        return new WriteBehindStoreBuilder<>(name, () -> new ScoreState(rules, places.get(), catalogue));
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        WriteBehindStore<ScoreState> store = context.getStateStore(names.store());
        panes = store.state();
        panes.restored();
        store.emitAtCommit(context, () -> panes.forEachChanged(this::say));
        lastRecordAt = context.currentSystemTimeMs();
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::closeIfSilent);
    }

    @Override
    public void process(Record<byte[], Change> record) {
        Change change = record.value();
        panes.apply(change);
        if (change.out() != null) {
            RestatementRecords.of(change).ifPresent(this::say);
        }
        panes.advanceTo(change.asOf());
        lastRecordAt = context.currentSystemTimeMs();
        context.forward(record, names.watched());
    }

    private void closeIfSilent(long now) {
        if (now - lastRecordAt >= rules.silence().toMillis()) {
            panes.advanceTo(now);
        }
    }

    private void say(PaneRow pane) {
        for (long left = pane.changed; left != 0; left &= left - 1) {
            int slot = Long.numberOfTrailingZeros(left);
            Score score = records.of(pane, slot);
            long asOf = Math.max(0, pane.asOf(slot));
            context.forward(new Record<>(records.key(pane, slot), score, asOf), names.scores());
            if (pane.window == Window.MONTH && pane.place.isWhole()) {
                String key = new LeagueKey(score.getMeasure(), score.getLabel(), score.getHospital()).text();
                context.forward(new Record<>(key, score, asOf), names.months());
            }
        }
    }

    private void say(Restatement restatement) {
        context.forward(
                new Record<>(
                        restatement.getHospital(),
                        restatement,
                        restatement.getAsOf().toEpochMilli()),
                names.restatements());
    }
}
