package heed.monitoring.access;

import heed.schemas.ProgramKey;
import heed.schemas.reader.LatestRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The keys as an instance holds them to know programs by, and as a page changes them. What it has written and not yet
 * read back counts: else a third key would be good beside two, and one that is revoked be listed as good.
 */
public final class KeyRows implements KeyStore {

    /** After that what was not read back is taken as lost. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final LatestRows<ProgramKey> rows;
    private final Function<ProgramKey, CompletionStage<Void>> writer;
    private final Clock clock;
    private final Duration shownWithin;
    private final Map<String, Written> unread = new HashMap<>();

    /** Takes what holds them, what writes one, and the wall clock. */
    public KeyRows(LatestRows<ProgramKey> rows, Function<ProgramKey, CompletionStage<Void>> writer, Clock clock) {
        this(rows, writer, clock, Sessions.SHOWN_WITHIN);
    }

    /** Takes also for how long whoever writes waits to read it back. */
    KeyRows(
            LatestRows<ProgramKey> rows,
            Function<ProgramKey, CompletionStage<Void>> writer,
            Clock clock,
            Duration shownWithin) {
        this.rows = rows;
        this.writer = writer;
        this.clock = clock;
        this.shownWithin = shownWithin;
    }

    private record Written(ProgramKey key, Instant at) {}

    @Override
    public Collection<ProgramKey> all() {
        Map<String, ProgramKey> all = new HashMap<>(rows.all());
        synchronized (unread) {
            Instant now = clock.instant();
            unread.values()
                    .removeIf(each -> !now.isBefore(each.at().plus(LONGEST))
                            || !isOlder(all.get(each.key().getKeyId()), each.key()));
            unread.forEach((id, written) -> all.put(id, written.key()));
        }
        return all.values();
    }

    /** A key is added, and revoked for good: nothing else becomes of it. */
    private static boolean isOlder(@Nullable ProgramKey read, ProgramKey written) {
        return read == null || (read.getRevokedAt() == null && written.getRevokedAt() != null);
    }

    /**
     * An added key counts from before it is written on: one that is not known to be kept may be good. A revoked one
     * counts once it is known to be kept: until then whoever revokes it again must be able to.
     */
    @Override
    public void write(ProgramKey key) throws Sessions.NotKeptException, InterruptedException {
        if (key.getRevokedAt() == null) {
            remember(key);
        }
        Sessions.await(writer.apply(key));
        if (!rows.awaitShown(key, shownWithin)) {
            remember(key);
        }
    }

    private void remember(ProgramKey key) {
        synchronized (unread) {
            unread.put(key.getKeyId(), new Written(key, clock.instant()));
        }
    }
}
