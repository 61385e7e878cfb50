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
import heed.topology.response.Place;
import heed.topology.response.ScoredMeasure;
import heed.topology.step.Outlet;
import heed.topology.store.WriteBehindStoreBuilder;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Gives every watched measure its responses and says at once what it brings about: drops, rises and what is usual are
 * never conflated.
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
            BaselineRecords baselineRecords,
            Outlet<String, Flag> flags,
            WriteBehindStoreBuilder<WatchedMeasures> measureStore) {
        this.times = times;
        this.drops = drops;
        this.records = records;
        this.riseRecords = riseRecords;
        this.baselineRecords = baselineRecords;
        this.flags = flags;
        this.measureStore = measureStore;
    }

    @Override
    public void init(ProcessorContext<Object, Object> context) {
        output = new WatchOutput(flags, context);
        measures = measureStore.in(context).state();
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
            retract(out);
        }
        if (in != null) {
            add(in);
        }
        if (out != null) {
            review(out);
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

    private void add(Answers answers) {
        long atMs = times.atMs(answers);
        for (int i = 0; i < answers.count(); i++) {
            ScoredMeasure measure = answers.measure(i);
            if (measure.role() != WatchRole.NONE) {
                int loss = Loss.ofBasisPoints(answers.points(i));
                add(answers.place().whole(), measure, answers.respondent(), loss, atMs);
                if (!answers.place().isWhole()) {
                    add(answers.place(), measure, answers.respondent(), loss, atMs);
                }
            }
        }
    }

    private void add(Place place, ScoredMeasure measure, Respondent who, int loss, long atMs) {
        current = measures.change(place, measure, atMs);
        long day = place.calendar().localDay(atMs);
        boolean opensDay = current.mix.add(day, who, loss);
        current.watch.add(day, place.calendar().localHour(atMs), loss, atMs, this);
        drops.back(current, atMs, asOfMs).ifPresent(this::say);
        if (opensDay && current.mix.isOpen()) {
            records.mixChanged(current, asOfMs).ifPresent(this::follow);
        }
    }

    private void retract(Answers answers) {
        long atMs = times.atMs(answers);
        for (int i = 0; i < answers.count(); i++) {
            ScoredMeasure measure = answers.measure(i);
            if (measure.role() != WatchRole.NONE) {
                int loss = Loss.ofBasisPoints(answers.points(i));
                retract(answers.place().whole(), measure, answers.respondent(), loss, atMs);
                if (!answers.place().isWhole()) {
                    retract(answers.place(), measure, answers.respondent(), loss, atMs);
                }
            }
        }
    }

    private void retract(Place place, ScoredMeasure measure, Respondent who, int loss, long atMs) {
        current = measures.change(place, measure, atMs);
        long day = place.calendar().localDay(atMs);
        current.mix.retract(day, who, loss);
        current.watch.retract(day, place.calendar().localHour(atMs), loss, atMs, this);
        drops.back(current, atMs, asOfMs).ifPresent(this::say);
    }

    /** Looks at the alarms again whose answers changed, now that what replaces them is counted. */
    private void review(Answers replaced) {
        long atMs = times.atMs(replaced);
        for (int i = 0; i < replaced.count(); i++) {
            ScoredMeasure measure = replaced.measure(i);
            if (measure.role() != WatchRole.NONE) {
                review(replaced.place().whole(), measure, atMs);
                if (!replaced.place().isWhole()) {
                    review(replaced.place(), measure, atMs);
                }
            }
        }
    }

    private void review(Place place, ScoredMeasure measure, long atMs) {
        current = measures.change(place, measure, atMs);
        current.watch.review(atMs, this);
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
        output.say(baselineRecords.of(current, asOfMs), asOfMs);
    }

    private void follow(Drop open) {
        current.drop = open;
        say(open);
    }

    private void say(Drop drop) {
        output.say(drop, asOfMs);
    }
}
