package heed.monitoring.access;

import heed.schemas.Account;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Knows which accounts this instance has written and not yet read back: what it knows of these is of before, and for
 * how long it may take is not known.
 */
final class UnreadWrites {

    /** After that what was not read back is taken as not written. */
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Clock clock;
    private final Map<String, Written> unread = new HashMap<>();

    /** Takes the wall clock. */
    UnreadWrites(Clock clock) {
        this.clock = clock;
    }

    private record Written(Account account, Instant at) {}

    synchronized void add(Account account) {
        unread.put(account.getName(), new Written(account, clock.instant()));
    }

    synchronized void read(Account account) {
        unread.remove(account.getName());
    }

    /** Tells whether {@code known}, which has been read, is of before what was written. */
    synchronized boolean isOld(Account known) {
        return Optional.ofNullable(unread.get(known.getName()))
                .filter(each -> each.account().getChangedAt().isAfter(known.getChangedAt()))
                .filter(each -> clock.instant().isBefore(each.at().plus(LONGEST)))
                .isPresent();
    }
}
