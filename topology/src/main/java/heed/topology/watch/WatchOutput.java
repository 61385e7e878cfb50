package heed.topology.watch;

import heed.schemas.Baseline;
import heed.schemas.Drop;
import heed.schemas.DropPhase;
import heed.schemas.Flag;
import heed.schemas.FlagKind;
import heed.schemas.Rise;
import heed.schemas.key.FlagKey;
import heed.schemas.key.SeriesKey;
import heed.topology.step.Backlog;
import heed.topology.step.Outlet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** Says on their topics what the watch finds; of whole hospitals also what episodes are made of. */
final class WatchOutput {

    private final Outlet<String, Flag> flags;
    private final ProcessorContext<Object, Object> context;
    /** The keys of which what is usual has not been said since it last changed. */
    private final List<WatchedMeasure> unsaid = new ArrayList<>();

    WatchOutput(Outlet<String, Flag> flags, ProcessorContext<Object, Object> context) {
        this.flags = flags;
        this.context = context;
    }

    /**
     * Says a drop; where an alarm opened it, or raised it again, that is a flag too. It asks for the commit that lets
     * readers see it: scores wait for the next interval, a drop does not, unless it is found in a backlog.
     */
    void say(Drop drop, long asOfMs) {
        WatchStep.DROPS.say(context, SeriesKey.of(drop).text(), drop, asOfMs);
        if (!Backlog.holds(context, asOfMs)) {
            context.commit();
        }
        Instant raised = raisedAt(drop);
        if (raised != null && drop.getUnit() == null) {
            flag(Flag.newBuilder()
                    .setHospital(drop.getHospital())
                    .setMeasure(drop.getMeasure())
                    .setKind(FlagKind.RAISED)
                    .setAt(raised)
                    .setFalseAlarmDays(drop.getFalseAlarmDays())
                    .setAsOf(Instant.ofEpochMilli(asOfMs))
                    .build());
        }
    }

    private static @Nullable Instant raisedAt(Drop drop) {
        if (drop.getPhase() == DropPhase.REOPENED) {
            return drop.getReopenedAt();
        }
        return drop.getPhase() == DropPhase.OPEN ? drop.getOpenedAt() : null;
    }

    /** Says that a key is watched from now on. */
    void watched(WatchedMeasure key, long asOfMs) {
        if (key.place.isWhole()) {
            flag(Flag.newBuilder()
                    .setHospital(key.place.hospital())
                    .setMeasure(key.measure.name())
                    .setKind(FlagKind.WATCHED)
                    .setAt(Instant.ofEpochMilli(key.sinceMs))
                    .setFalseAlarmDays(key.rule.targetDays())
                    .setAsOf(Instant.ofEpochMilli(asOfMs))
                    .build());
        }
    }

    private void flag(Flag flag) {
        flags.say(context, FlagKey.of(flag).text(), flag, flag.getAsOf().toEpochMilli());
    }

    void say(Rise rise, long asOfMs) {
        WatchStep.RISES.say(context, SeriesKey.of(rise).text(), rise, asOfMs);
    }

    /** Keeps what is usual at a key to be said at the next commit, instead of what would have been said there. */
    void keep(WatchedMeasure key, Baseline usual) {
        if (key.unsaidUsual == null) {
            unsaid.add(key);
        }
        key.unsaidUsual = usual;
    }

    /** Says what is usual where that changed since the last commit. */
    void sayKept() {
        for (WatchedMeasure key : unsaid) {
            Baseline usual = Objects.requireNonNull(key.unsaidUsual, "only keys that have something to say are listed");
            key.unsaidUsual = null;
            WatchStep.BASELINES.say(
                    context, SeriesKey.of(usual).text(), usual, usual.getAsOf().toEpochMilli());
        }
        unsaid.clear();
    }
}
