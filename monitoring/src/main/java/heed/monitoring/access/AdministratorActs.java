package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.AccountState;
import heed.schemas.AuditKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an administrator may do to accounts at the page: all that a command does, but for their own account. Where a
 * provider lets people in, it says who there is and what they may: here they are locked out, and let in again.
 */
public final class AdministratorActs {

    private final AccountBook book;
    private final EntryRules rules;
    private final UnreadWrites unread;
    private final AccountDesk desk;

    /** Takes who there is, where accounts are written, who lets people in, what makes passwords, and the wall clock. */
    public AdministratorActs(AccountBook book, Sessions sessions, EntryRules rules, Passwords passwords, Clock clock) {
        this.book = book;
        this.rules = rules;
        this.unread = new UnreadWrites(clock);
        this.desk = new AccountDesk(store(book, sessions, unread), passwords, clock);
    }

    private static AccountStore store(AccountBook book, Sessions sessions, UnreadWrites unread) {
        return new AccountStore() {

            @Override
            public List<Account> all() {
                return book.accounts().stream()
                        .filter(account -> !unread.isOld(account))
                        .sorted(Comparator.comparing(Account::getName))
                        .toList();
            }

            @Override
            public Optional<Account> account(String name) {
                return book.account(name);
            }

            @Override
            public Object lock(String name) {
                return book.lock(name);
            }

            @Override
            public void write(Account account) throws Sessions.NotKeptException, InterruptedException {
                unread.add(account);
                if (sessions.write(account)) {
                    unread.read(account);
                }
            }
        };
    }

    /** What may be done to an account. */
    public enum Act {
        CHANGE(AuditKind.ACCOUNT_CHANGED),
        LOCK(AuditKind.ACCOUNT_LOCKED),
        UNLOCK(AuditKind.ACCOUNT_UNLOCKED),
        RESET(AuditKind.ACCOUNT_RESET),
        RESET_SECOND_FACTOR(AuditKind.SECOND_FACTOR_RESET);

        private final AuditKind kind;

        Act(AuditKind kind) {
            this.kind = kind;
        }

        /** Returns what the audit calls it. */
        public AuditKind kind() {
            return kind;
        }
    }

    /**
     * Who does something to an account, and how they saw it.
     *
     * @param asOf what {@link #asOf} says of the account that they were shown
     */
    public record By(String name, String asOf) {}

    /** Returns what is another text once an account has changed. */
    public static String asOf(Account account) {
        return account.getChangedAt().toString();
    }

    /** Tells whether people are added here: where a provider lets people in they are not. */
    public boolean mayAdd() {
        return rules.provider().isEmpty();
    }

    /** Returns what {@code by} may do to an account: nothing to their own, so that nobody locks themselves out. */
    public List<Act> actsOn(Account account, String by) {
        if (account.getName().equals(by)) {
            return List.of();
        }
        List<Act> acts = new ArrayList<>();
        boolean byPassword = mayAdd() && account.getProvider() == null;
        if (byPassword) {
            acts.add(Act.CHANGE);
        }
        acts.add(account.getState() == AccountState.ACTIVE ? Act.LOCK : Act.UNLOCK);
        if (byPassword) {
            acts.add(Act.RESET);
            if (account.getSecondFactor() != null) {
                acts.add(Act.RESET_SECOND_FACTOR);
            }
        }
        return acts;
    }

    /**
     * Does to somebody what takes no more than saying so, and returns a password to give to them where there is a new
     * one.
     *
     * @throws IllegalArgumentException where it can't be done, with why
     * @throws Sessions.NotKeptException where it is not known to be kept
     */
    public Optional<String> act(Act act, String name, By by) throws Sessions.NotKeptException, InterruptedException {
        synchronized (desk) {
            synchronized (book.lock(name)) {
                require(act, name, by);
                return act(act, name);
            }
        }
    }

    private Optional<String> act(Act act, String name) throws Sessions.NotKeptException, InterruptedException {
        switch (act) {
            case LOCK -> desk.lock(name);
            case UNLOCK -> desk.unlock(name);
            case RESET_SECOND_FACTOR -> desk.resetSecondFactor(name);
            case RESET -> {
                return desk.reset(name);
            }
            case CHANGE -> throw new IllegalArgumentException("say what " + name + " is to be");
        }
        return Optional.empty();
    }

    /** Gives somebody other rights, otherwise as {@link #act}. */
    public void change(String name, AccountDesk.Duty duty, By by)
            throws Sessions.NotKeptException, InterruptedException {
        synchronized (desk) {
            synchronized (book.lock(name)) {
                require(Act.CHANGE, name, by);
                desk.change(name, duty);
            }
        }
    }

    /** Adds somebody and returns the password to give them, otherwise as {@link #act}. */
    public String add(String name, String called, AccountDesk.Duty duty)
            throws Sessions.NotKeptException, InterruptedException {
        if (!mayAdd()) {
            throw new IllegalArgumentException("people are added at the provider, and have no password here");
        }
        return desk.add(name, called, duty);
    }

    private void require(Act act, String name, By by) {
        if (name.equals(by.name())) {
            throw new IllegalArgumentException("your own account is for another administrator to change; your password"
                    + " and your second factor you change yourself");
        }
        Optional<Account> account = book.account(name);
        if (account.filter(unread::isOld).isPresent()) {
            throw new IllegalArgumentException("the account was changed a moment ago, and this instance has not read it"
                    + " back: look again in a moment");
        }
        if (account.isPresent()
                && !(asOf(account.get()).equals(by.asOf())
                        && actsOn(account.get(), by.name()).contains(act))) {
            throw new IllegalArgumentException("the account is not as it was when you opened this page: look again");
        }
    }
}
