package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import heed.schemas.Session;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What an administrator sees of accounts: who there is, when they were here last, and where they are now. */
public final class AdministeredAccounts {

    private final AccountBook book;
    private final Sessions sessions;
    private final AuditTrail audit;

    /** Takes who there is, who is signed in, and what is known of when they were. */
    public AdministeredAccounts(AccountBook book, Sessions sessions, AuditTrail audit) {
        this.book = book;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Returns everybody, by name. */
    public List<Account> all() {
        return book.accounts().stream()
                .sorted(Comparator.comparing(Account::getName))
                .toList();
    }

    /** Returns in how many browsers somebody is signed in. */
    public int open(Account account) {
        return sessions.open(account).size();
    }

    /** Returns when somebody signed in last, as far as open sessions and the audit that is held tell. */
    public Optional<Instant> lastSignIn(Account account) {
        Stream<Instant> open = sessions.open(account).stream().map(Session::getBeganAt);
        Stream<Instant> told = audit.newest().orElse(List.of()).stream()
                .filter(each -> each.getKind() == AuditKind.SIGNED_IN
                        && account.getName().equals(each.getWho()))
                .map(AuditEntry::getAt);
        return Stream.concat(open, told).max(Comparator.naturalOrder());
    }
}
