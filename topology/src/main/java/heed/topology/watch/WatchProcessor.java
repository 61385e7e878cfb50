package heed.topology.watch;

import heed.schemas.Drop;
import heed.schemas.Flag;
import heed.schemas.Rise;
import heed.schemas.questionnaire.WatchRole;
import heed.topology.detect.Loss;
import heed.topology.detect.WatchEvent;
import heed.topology.detect.WatchListener;
import heed.topology.respondent.Respondent;
import heed.topology.response.Answers;
import heed.topology.response.Change;
import heed.topology.response.ScoredMeasure;
import heed.topology.step.Outlet;
import heed.topology.store.WriteBehindStore;
import heed.topology.store.WriteBehindStoreBuilder;
import heed.topology.time.ZoneCalendar;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Gives every watched measure its responses and says at once what it brings about: drops and rises are never conflated.
 * What is usual is said once a commit.
 *
 * <p>Of published figures the watch sees nothing, not even that time has passed.
 */
final class WatchProcessor implements Processor<byte[], Change, Object, Object>, WatchListener {

    private final WatchTimes times;
    private final FollowedDrops drops;
    private final DropRecords records;
    private final RiseRecords riseRecords;
    private final BaselineRecords baselineRecords;
    private final Outlet<String, Flag> flags;
    private final WriteBehindStoreBuilder<WatchedMeasures> measureStore;
    /** What is done with answers, made once: each response does so. */
    private final AnswerAction add = this::add;

    private final AnswerAction retract = this::retract;
    private final AnswerAction review = this::review;
    private WatchOutput output;
    private WatchedMeasures measures;

    /** Whom the watch is asked for while it tells this listener. */
    @SuppressWarnings("NullAway.Init") // set before every question
    private WatchedMeasure current;

    private long asOfMs;

    WatchProcessor(
            WatchTimes times,
            FollowedDrops drops,
            DropRecords records,
            RiseRecords riseRecords,
            Outlet<String, Flag> flags,
            WriteBehindStoreBuilder<WatchedMeasures> measureStore) {
        this.times = times;
        this.drops = drops;
        this.records = records;
        this.riseRecords = riseRecords;
        this.baselineRecords = new BaselineRecords(times);
        this.flags = flags;
        this.measureStore = measureStore;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        output = new WatchOutput(flags, context);
        WriteBehindStore<WatchedMeasures> store = measureStore.in(context);
        measures = store.state();
        store.emitAtCommit(context, output::sayKept);
    }

    @Override
    public void process(Record<byte[], Change> record) {
        Change change = record.value();
        if (!change.isDated()) {
            return;
        }
        Answers out = change.datedOut();
        Answers in = change.datedIn();
        asOfMs = change.asOfMs();
        measures.takeDue(change.response().answers().place().hospital(), asOfMs, this::apply);
        if (out != null) {
            forEachKey(out, retract);
        }
        if (in != null) {
            forEachKey(in, add);
        }
        if (out != null) {
            forEachKey(out, review);
        }
    }

    /** An act about a drop or rise that has ended by itself meanwhile has nothing left to change. */
    private void apply(WatchedMeasure key, Act act) {
        if (act.concerns(key)) {
            current = key;
            key.sinceMs = act.atMs();
            drops.forget(key);
            act.changeUsual(key, this);
            if (key.drop != null) {
                dropRebaselined(new WatchEvent.Rebaselined(act.atMs()));
            }
            key.mix.makeUsual();
        }
    }

    /** Turns to each watched measure of the answers' place, and of its hospital, and hands the answer over. */
    private void forEachKey(Answers answers, AnswerAction action) {
        long atMs = times.atMs(answers);
        WatchedPlace whole = measures.at(answers.place().whole());
        WatchedPlace unit = answers.place().isWhole() ? null : measures.at(answers.place());
        for (int i = 0; i < answers.count(); i++) {
            ScoredMeasure measure = answers.measure(i);
            if (measure.role() != WatchRole.NONE) {
                int loss = Loss.ofBasisPoints(answers.points(i));
                current = measures.change(whole, measure, atMs);
                action.take(answers.respondent(), loss, atMs);
                if (unit != null) {
                    current = measures.change(unit, measure, atMs);
                    action.take(answers.respondent(), loss, atMs);
                }
            }
        }
    }

    private void add(Respondent who, int loss, long atMs) {
        ZoneCalendar calendar = current.place.calendar();
        long day = calendar.localDay(atMs);
        boolean opensDay = current.mix.add(day, who, loss);
        current.watch.add(day, calendar.localHour(atMs), loss, atMs, this);
        sayIfBack(atMs);
        if (opensDay && current.mix.isOpen()) {
            records.mixChanged(current, asOfMs).ifPresent(this::follow);
        }
    }

    private void retract(Respondent who, int loss, long atMs) {
        ZoneCalendar calendar = current.place.calendar();
        long day = calendar.localDay(atMs);
        current.mix.retract(day, who, loss);
        current.watch.retract(day, calendar.localHour(atMs), loss, atMs, this);
        sayIfBack(atMs);
    }

    /** Looks at the alarm of the key whose answers changed, now that what replaces them is counted. */
    private void review(Respondent who, int loss, long atMs) {
        current.watch.review(atMs, this);
    }

    private void sayIfBack(long atMs) {
        if (current.drop != null) {
            drops.back(current, atMs, asOfMs).ifPresent(this::say);
        }
    }

    @Override
    public void sealed(WatchEvent.Sealed day) {
        drops.sealed(current, day);
    }

    @Override
    public void learned(WatchEvent.Learned event) {
        current.sinceMs = event.atMs();
        output.watched(current, asOfMs);
        drops.learned(current, event, asOfMs).ifPresent(this::say);
    }

    @Override
    public void daysClosed() {
        sayUsual();
    }

    @Override
    public void alarm(WatchEvent.Alarm event) {
        say(drops.alarm(current, event, asOfMs));
    }

    @Override
    public void escalated(WatchEvent.Escalated event) {
        follow(records.escalated(current, event, asOfMs));
    }

    @Override
    public void confirmed(WatchEvent.Confirmed event) {
        follow(records.confirmed(current, event, asOfMs));
    }

    @Override
    public void revised(WatchEvent.Revised event) {
        follow(records.revised(current, event, asOfMs));
    }

    @Override
    public void recovered(WatchEvent.Recovered event) {
        say(drops.recovered(current, event.atMs(), asOfMs));
        sayUsual();
    }

    @Override
    public void rose(WatchEvent.Rise event) {
        Rise open = riseRecords.opened(current, event, asOfMs);
        current.rise = open;
        output.say(open, asOfMs);
    }

    @Override
    public void fellBack(WatchEvent.RiseEnded event) {
        output.say(riseRecords.ended(current.openRise(), event, asOfMs), asOfMs);
        current.rise = null;
    }

    @Override
    public void dropRebaselined(WatchEvent.Rebaselined event) {
        say(records.rebaselined(current, event, asOfMs));
        current.drop = null;
    }

    @Override
    public void riseRebaselined(WatchEvent.Rebaselined event) {
        output.say(riseRecords.rebaselined(current.openRise(), event, asOfMs), asOfMs);
        current.rise = null;
    }

    private void sayUsual() {
        output.keep(current, baselineRecords.of(current, asOfMs));
    }

    private void follow(Drop open) {
        current.drop = open;
        say(open);
    }

    private void say(Drop drop) {
        output.say(drop, asOfMs);
    }

    /** What is done with an answer to the measure that was turned to. */
    private interface AnswerAction {

        void take(Respondent who, int loss, long atMs);
    }
}
