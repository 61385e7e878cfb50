package heed.monitoring.actions;

import heed.monitoring.readmodel.Actions;
import heed.monitoring.readmodel.Drops;
import heed.monitoring.readmodel.Snapshot;
import heed.monitoring.readmodel.ViewedModel;
import heed.schemas.Action;
import heed.schemas.ActionKind;
import heed.schemas.Drop;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records what people do about a drop that they see, and what they note on charts, and comes back once readers can see
 * the action too.
 *
 * <p>Takes who acts as given: whoever takes the action in says who that is, where people sign in. What an action says
 * is not logged.
 */
public final class ActionDesk {

    private static final Logger log = LoggerFactory.getLogger(ActionDesk.class);

    /** How long an action may take to be acknowledged: longer than whatever writes it tries. */
    static final Duration WRITTEN_WITHIN = Duration.ofSeconds(20);
    /** How long to wait until the action is shown, once it is safe. */
    static final Duration SHOWN_WITHIN = Duration.ofSeconds(2);
    /** What is done here: what people do about a drop, and notes on charts. */
    public static final List<ActionKind> KINDS = Stream.concat(
                    ActionDraft.KINDS.stream(), Stream.of(ActionKind.DAY_NOTED, ActionKind.NOTE_REMOVED))
            .toList();
    /** Each action that is being written keeps a thread of the server. */
    static final int MOST_AT_ONCE = 16;

    private final ActionWriter writer;
    private final ActionCounts counts;
    private final Clock clock;
    private final NoteLimits limits;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    /** Takes the way to the log, what counts actions, and the clock that says when. */
    public ActionDesk(ActionWriter writer, ActionCounts counts, Clock clock) {
        this(writer, counts, clock, NoteLimits.USUAL);
    }

    /** Takes also how long and how many notes on charts may be. */
    public ActionDesk(ActionWriter writer, ActionCounts counts, Clock clock, NoteLimits limits) {
        this.writer = writer;
        this.counts = counts;
        this.clock = clock;
        this.limits = limits;
    }

    /** Returns the drop that {@code snapshot} has under an id, where whoever asks may act on it. */
    public static Optional<Drop> open(Snapshot snapshot, String dropId) {
        return snapshot.part(Drops.class)
                .named(dropId)
                .filter(drop -> snapshot.part(Actions.class).about(drop).isPresent());
    }

    /** Tells whether another action of that drop is known under this id. */
    public static boolean isTaken(Snapshot snapshot, Drop drop, ActionDraft draft, String id) {
        return snapshot.part(Actions.class).about(drop).flatMap(handling -> handling.action(id)).stream()
                .anyMatch(known -> !draft.isOf(known));
    }

    /** Returns how long and how many notes on charts may be. */
    public NoteLimits limits() {
        return limits;
    }

    /**
     * Records a complete action of somebody who sees {@code model}; sent again under its id it is the same action,
     * which keeps its first time.
     *
     * @throws NotRecordedException where it is not known to be kept
     */
    public void record(ViewedModel model, Drop drop, ActionDraft draft, String id)
            throws NotRecordedException, InterruptedException {
        Map<ActionDraft.Field, String> problems = draft.problems();
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("not complete: " + problems.keySet());
        }
        record(model, draft.of(drop, id, now()), snapshot -> isShown(snapshot, drop, id));
    }

    /**
     * Records a complete note on the charts of a hospital; sent again under its id it is the same note.
     *
     * @return whether it stands now: one that was taken away does not again, whatever is sent
     * @throws NotRecordedException where it is not known to be kept
     */
    public boolean note(ViewedModel model, String hospital, NoteDraft draft, String id)
            throws NotRecordedException, InterruptedException {
        return record(model, draft.of(hospital, id, now()), snapshot -> snapshot.part(Actions.class)
                .note(hospital, id)
                .isPresent());
    }

    /**
     * Records that a note was taken away.
     *
     * @param who whoever does it, as they call themselves
     * @throws NotRecordedException where it is not known to be kept
     */
    public void remove(ViewedModel model, Action note, String who) throws NotRecordedException, InterruptedException {
        Action removal = Action.newBuilder()
                .setActionId(UUID.nameUUIDFromBytes(("removes " + note.getActionId()).getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setKind(ActionKind.NOTE_REMOVED)
                .setHospital(note.getHospital())
                .setUnit(note.getUnit())
                .setMeasure(note.getMeasure())
                .setRemoves(note.getActionId())
                .setWho(who)
                .setAt(now())
                .build();
        record(model, removal, snapshot -> snapshot.part(Actions.class)
                .note(note.getHospital(), note.getActionId())
                .isEmpty());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Writes an act unless it is shown; tells whether it is shown then. */
    private boolean record(ViewedModel model, Action action, Predicate<Snapshot> isShown)
            throws NotRecordedException, InterruptedException {
        if (isShown.test(model.snapshot())) {
            return true;
        }
        if (!places.tryAcquire()) {
            counts.count(action.getKind(), ActionCounts.Outcome.TURNED_AWAY);
            throw new NotRecordedException("too many acts are being written");
        }
        try {
            write(action);
            return awaitShown(model, isShown);
        } finally {
            places.release();
        }
    }

    private void write(Action action) throws NotRecordedException, InterruptedException {
        try {
            writer.write(action).toCompletableFuture().get(WRITTEN_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
            counts.count(action.getKind(), ActionCounts.Outcome.RECORDED);
        } catch (ExecutionException e) {
            throw notRecorded(action, Objects.requireNonNull(e.getCause(), "a failed future says why"));
        } catch (TimeoutException e) {
            throw notRecorded(action, e);
        }
    }

    /** Names only the kinds of failure: a message may quote the action. */
    private NotRecordedException notRecorded(Action action, Throwable failure) {
        counts.count(action.getKind(), ActionCounts.Outcome.NOT_WRITTEN);
        log.warn(
                "an act was not recorded action_id={} kind={} failure={} cause={}",
                action.getActionId(),
                action.getKind(),
                failure.getClass().getName(),
                failure.getCause() == null ? "" : failure.getCause().getClass().getName());
        return new NotRecordedException("the log did not take the act");
    }

    private static boolean awaitShown(ViewedModel model, Predicate<Snapshot> isShown) throws InterruptedException {
        long deadline = System.nanoTime() + SHOWN_WITHIN.toNanos();
        Snapshot seen = model.snapshot();
        while (!isShown.test(seen)) {
            Duration left = Duration.ofNanos(deadline - System.nanoTime());
            if (left.isNegative() || left.isZero()) {
                return false;
            }
            seen = model.awaitChange(seen.version(), left);
        }
        return true;
    }

    private static boolean isShown(Snapshot snapshot, Drop drop, String id) {
        return snapshot.part(Actions.class)
                .about(drop)
                .flatMap(handling -> handling.action(id))
                .isPresent();
    }
}
