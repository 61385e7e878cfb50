package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.AuditEntry;
import heed.schemas.AuditKind;
import heed.schemas.Session;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What an administrator sees of accounts: who there is, when they were here last, and where they are now. */
public final class AdministeredAccounts {

    private final AccountBook book;
    private final Sessions sessions;
    private final Supplier<Optional<List<AuditEntry>>> audit;

    /** Takes who there is, who is signed in, and what is known of when they were. */
    public AdministeredAccounts(AccountBook book, Sessions sessions, AuditTrail audit) {
        this(book, sessions, audit::newest);
    }

    AdministeredAccounts(AccountBook book, Sessions sessions, Supplier<Optional<List<AuditEntry>>> audit) {
        this.book = book;
        this.sessions = sessions;
        this.audit = audit;
    }

    /** Returns everybody, by name. Sessions and audit are gone through once, however many people there are. */
    public List<AccountStanding> all() {
        Map<String, List<Session>> open = sessions.open();
        Map<String, Instant> told = signIns();
        return book.accounts().stream()
                .sorted(Comparator.comparing(Account::getName))
                .map(account -> sessions.standing(
                        account,
                        open.getOrDefault(account.getName(), List.of()),
                        Optional.ofNullable(told.get(account.getName()))))
                .toList();
    }

    /** Returns one of them. */
    public Optional<AccountStanding> one(String name) {
        return book.account(name)
                .map(account -> sessions.standing(
                        account,
                        sessions.open().getOrDefault(name, List.of()),
                        Optional.ofNullable(signIns().get(name))));
    }

    private Map<String, Instant> signIns() {
        return audit.get().orElse(List.of()).stream()
                .filter(each -> each.getKind() == AuditKind.SIGNED_IN && each.getWho() != null)
                .collect(Collectors.toMap(
                        AuditEntry::getWho, AuditEntry::getAt, BinaryOperator.maxBy(Comparator.naturalOrder())));
    }
}
