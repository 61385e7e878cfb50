package heed.topology.watch;

import heed.schemas.Drop;
import heed.schemas.Flag;
import heed.schemas.Rise;
import heed.topology.detect.WatchEvent;
import heed.topology.detect.WatchListener;
import heed.topology.response.Answers;
import heed.topology.response.Change;
import heed.topology.step.Backlog;
import heed.topology.step.Outlet;
import heed.topology.store.WriteBehindStore;
import heed.topology.store.WriteBehindStoreBuilder;
import heed.topology.time.ZoneCalendar;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Gives every watched measure its responses and says what each brings about: drops and rises are never conflated. What
 * is usual is said once a commit.
 *
 * <p>Answers are judged at once, and those of a {@link Backlog} when the commit comes that says what they brought
 * about: place by place, which costs half.
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
    private final AnswerQueue queue = new AnswerQueue();
    private ProcessorContext<Object, Object> context;
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
    public void init(ProcessorContext<Object, Object> processorContext) {
        context = processorContext;
        output = new WatchOutput(flags, context);
        WriteBehindStore<WatchedMeasures> store = measureStore.in(context);
        measures = store.state();
        queue.clear();
        store.emitAtCommit(context, this::sayAll);
    }

    @Override
    public void process(Record<byte[], Change> record) {
        Change change = record.value();
        if (!change.isDated()) {
            return;
        }
        takeActs(change);
        queue(change.datedOut(), retract, change);
        queue(change.datedIn(), add, change);
        queue(change.datedOut(), review, change);
        if (!Backlog.holds(context, change.asOfMs()) || queue.isLong()) {
            queue.judgeAll(measures);
        }
    }

    /** Lets the acts take effect whose time has come, once what came before them has been judged. */
    private void takeActs(Change change) {
        String hospital = change.response().answers().place().hospital();
        if (measures.anyActWaits(hospital)) {
            queue.judgeAll(measures);
            asOfMs = change.asOfMs();
            measures.takeDue(hospital, asOfMs, this::apply);
        }
    }

    private void queue(@Nullable Answers answers, AnswerAction action, Change change) {
        if (answers != null) {
            queue.add(measures, answers, times.atMs(answers), change.asOfMs(), action);
        }
    }

    private void sayAll() {
        queue.judgeAll(measures);
        output.sayKept();
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

    private void add(WatchedMeasure key, GivenAnswers given, int loss) {
        turnTo(key, given);
        long atMs = given.atMs();
        ZoneCalendar calendar = key.place.calendar();
        long day = calendar.localDay(atMs);
        boolean opensDay = key.mix.add(day, given.who(), loss);
        key.watch.add(day, calendar.localHour(atMs), loss, atMs, this);
        sayIfBack(atMs);
        if (opensDay && key.mix.isOpen()) {
            records.mixChanged(key, asOfMs).ifPresent(this::follow);
        }
    }

    private void retract(WatchedMeasure key, GivenAnswers given, int loss) {
        turnTo(key, given);
        long atMs = given.atMs();
        ZoneCalendar calendar = key.place.calendar();
        long day = calendar.localDay(atMs);
        key.mix.retract(day, given.who(), loss);
        key.watch.retract(day, calendar.localHour(atMs), loss, atMs, this);
        sayIfBack(atMs);
    }

    /** Looks at the alarm of the key whose answers changed, now that what replaces them is counted. */
    private void review(WatchedMeasure key, GivenAnswers given, int loss) {
        turnTo(key, given);
        key.watch.review(given.atMs(), this);
    }

    private void turnTo(WatchedMeasure key, GivenAnswers given) {
        current = key;
        asOfMs = given.asOfMs();
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
}
