package heed.schemas.audit;

import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entries of the audit somebody asks for.
 *
 * @param who all of a name, or any word of it; that of an account, of a program or of a command line
 * @param hospital code of the hospital that was named
 * @param from the first moment
 * @param until the first moment that is not asked for any more
 */
public record AuditFilter(
        Optional<String> who, Optional<AuditKind> kind, Optional<String> hospital, Instant from, Instant until) {

    /** Asks for everything. */
    public static final AuditFilter ALL =
            new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty(), Instant.MIN, Instant.MAX);

    /** Tells whether an entry is asked for. */
    public boolean takes(AuditEntry entry) {
        return !entry.getAt().isBefore(from)
                && entry.getAt().isBefore(until)
                && kind.filter(each -> each != entry.getKind()).isEmpty()
                && hospital.filter(each -> !each.equals(entry.getHospital())).isEmpty()
                && who.filter(each -> !names(entry, each)).isEmpty();
    }

    private static boolean names(AuditEntry entry, String who) {
        return entry.getWho() != null && (" " + entry.getWho() + " ").contains(" " + who + " ");
    }
}
