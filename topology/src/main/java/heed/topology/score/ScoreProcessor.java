package heed.topology.score;

import heed.schemas.Restatement;
import heed.schemas.Score;
import heed.schemas.Window;
import heed.schemas.key.LeagueKey;
import heed.schemas.topic.Topics;
import heed.topology.response.Change;
import heed.topology.step.Backlog;
import heed.topology.step.Outlet;
import heed.topology.store.WriteBehindStore;
import heed.topology.store.WriteBehindStoreBuilder;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Adds each change to its panes and says every changed score once a commit.
 *
 * <p>A change is added at once, and one of a {@link Backlog} with the commit, hospital by hospital.
 *
 * <p>Windows close by arrival time. Where a partition has been silent for {@link ScoreRules#silence()}, the wall clock
 * closes them: that decides when a row says final, never what it says.
 */
final class ScoreProcessor implements Processor<byte[], Change, Object, Object> {

    private static final Duration LOOK_EVERY = Duration.ofMinutes(1);

    private final ScoreRules rules;
    private final ScoreRecords records;
    private final ScoreValues scores;
    private final WriteBehindStoreBuilder<ScoreState> paneStore;
    private final Outlet<String, Score> months;
    private ProcessorContext<Object, Object> context;
    private WriteBehindStore<ScoreState> store;
    private ScoreState panes;
    private long lastRecordAtMs;

    ScoreProcessor(
            ScoreRules rules,
            Serializer<Score> serializer,
            WriteBehindStoreBuilder<ScoreState> paneStore,
            Outlet<String, Score> months) {
        this.rules = rules;
        this.records = new ScoreRecords(rules.minimums());
        this.scores = new ScoreValues(records, rules.minimums(), serializer);
        this.paneStore = paneStore;
        this.months = months;
    }

    @Override
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        store = paneStore.in(context);
        panes = store.state();
        panes.restored();
        store.emitAtCommit(context, this::sayChanges);
        lastRecordAtMs = context.currentSystemTimeMs();
        context.schedule(LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, this::closeIfSilent);
    }

    @Override
    public void process(Record<byte[], Change> record) {
        Change change = record.value();
        if (Backlog.holds(context, change.asOfMs())) {
            panes.applyWithCommit(change);
        } else {
            panes.apply(change);
        }
        if (change.out() != null) {
            RestatementRecords.of(change).ifPresent(this::say);
        }
        panes.advanceTo(change.asOfMs());
        lastRecordAtMs = context.currentSystemTimeMs();
    }

    private void closeIfSilent(long nowMs) {
        if (nowMs - lastRecordAtMs >= rules.silence().toMillis()) {
            panes.advanceTo(nowMs);
        }
    }

    private void sayChanges() {
        panes.applyWaiting();
        panes.forEachDropped(this::takeBack);
        panes.forEachChanged(this::say);
    }

    /** A row that nothing changes any more must not stand as if it were still counted. */
    private void takeBack(PaneRow pane) {
        records.turnTo(pane);
        for (int slot = 0; slot < pane.slots(); slot++) {
            if (pane.asOfMs(slot) != PaneRow.UNTOUCHED) {
                say(records.key(slot), null, pane.asOfMs(slot));
            }
        }
    }

    private void say(PaneRow pane) {
        records.turnTo(pane);
        for (long left = pane.changed; left != 0; left &= left - 1) {
            int slot = Long.numberOfTrailingZeros(left);
            long asOfMs = pane.asOfMs(slot);
            say(records.key(slot), scores.of(slot, panes.closedThroughMs()), asOfMs);
            if (pane.window == Window.MONTH && pane.place.isWhole()) {
                Score score = records.score(slot, panes.closedThroughMs());
                String key = new LeagueKey(score.getMeasure(), score.getLabel(), score.getHospital()).text();
                months.say(context, key, score, asOfMs);
            }
        }
    }

    /** Sends a score past the nodes: scores are most of what is said. No record may have a time before 1970. */
    private void say(byte[] key, byte @Nullable [] value, long asOfMs) {
        store.send(Topics.SCORES.name(), ScoreStep.SCORES_SINK, key, value, Math.max(0, asOfMs));
    }

    private void say(Restatement restatement) {
        ScoreStep.RESTATEMENTS.say(
                context,
                restatement.getHospital(),
                restatement,
                restatement.getAsOf().toEpochMilli());
    }
}
