package heed.monitoring.access;

import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Says who did what. The first time goes to the log at once; what is repeated within a minute is counted and said once
 * more when the minute is over, so that nobody fills the log by asking again and again. Where too many different things
 * of one kind happen within a minute, what is beyond them is counted by the kind alone, but for what changes accounts,
 * keys or rights: that is always told in full. What a session is denied again is counted for an hour.
 */
public final class Audit {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_A_MINUTE = 1_000;
    private static final int MOST_DENIALS = 10_000;

    private final Consumer<AuditEntry> log;
    private final Clock clock;
    private final Map<Happened, Count> minute = new LinkedHashMap<>();
    private final Map<AuditKind, Integer> different = new EnumMap<>(AuditKind.class);
    private final Denials denials = new Denials(MOST_DENIALS);
    private Instant began = Instant.MIN;

    /** Takes where entries go, which must not keep anybody waiting, and the wall clock. */
    public Audit(Consumer<AuditEntry> log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /**
     * Something that happened.
     *
     * @param who name of whoever is known; null where nobody is
     * @param about the account, key or address that it was about; null where there is none
     * @param hospital code of the hospital that was named; null where none was
     * @param from address of the client; null where the network tells none
     */
    public record Happened(
            AuditKind kind,
            @Nullable String who,
            @Nullable String about,
            @Nullable String hospital,
            @Nullable String from) {

        private Happened kindAlone() {
            return new Happened(kind, null, null, null, null);
        }

        Happened ofWhomAlone() {
            return new Happened(kind, who, null, null, null);
        }
    }

    /** How often something came again, and when last. */
    private record Count(int again, Instant last) {

        private Count more(Instant now) {
            return new Count(again + 1, now);
        }
    }

    /** Notes that something happened. */
    public synchronized void note(Happened happened) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        tellRepeated(now);
        Happened kept = minute.containsKey(happened) || hasRoom(happened.kind()) ? happened : happened.kindAlone();
        Count count = minute.get(kept);
        if (count == null) {
            minute.put(kept, new Count(0, now));
            different.merge(kept.kind(), 1, Integer::sum);
            log.accept(entry(kept, now, 1));
        } else {
            minute.put(kept, count.more(now));
        }
    }

    private boolean hasRoom(AuditKind kind) {
        return AuditQueue.isChange(kind) || different.getOrDefault(kind, 0) < MOST_A_MINUTE;
    }

    /**
     * Notes that something was denied, the first time within an hour that it was so in this session at once.
     *
     * @param session by which somebody is known; empty for a program
     */
    public synchronized void noteDenied(String session, Happened happened) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        tellDenied(denials.over(now));
        if (denials.isFirst(session, happened, now)) {
            note(happened);
        }
    }

    private void tellDenied(List<Denials.Repeated> repeated) {
        repeated.forEach(each -> log.accept(entry(each.happened(), each.last(), each.again())));
    }

    /** Says what came again, once its minute or hour is over; to be called now and then. */
    public synchronized void tellRepeated() {
        Instant now = clock.instant();
        tellDenied(denials.over(now));
        tellRepeated(now);
    }

    private void tellRepeated(Instant now) {
        if (now.isBefore(began)) {
            began = now;
        }
        if (began.equals(Instant.MIN) || Duration.between(began, now).compareTo(MINUTE) >= 0) {
            tell();
            began = now;
        }
    }

    /** Says what came again, as nothing else will. */
    public synchronized void end() {
        tell();
        tellDenied(denials.all());
    }

    private void tell() {
        minute.forEach((happened, count) -> {
            if (count.again() > 0) {
                log.accept(entry(happened, count.last(), count.again()));
            }
        });
        minute.clear();
        different.clear();
    }

    private static AuditEntry entry(Happened happened, Instant at, int times) {
        return AuditEntry.newBuilder()
                .setKind(happened.kind())
                .setWho(happened.who())
                .setAbout(happened.about())
                .setHospital(happened.hospital())
                .setAt(at)
                .setCameFrom(happened.from())
                .setTimes(times)
                .build();
    }
}
