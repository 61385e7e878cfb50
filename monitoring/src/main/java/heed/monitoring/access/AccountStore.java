package heed.monitoring.access;

import heed.schemas.Account;
import java.util.List;
import java.util.Optional;

/** Knows who there is, and keeps what becomes of them. */
public interface AccountStore {

    /** Returns everybody, by name. */
    List<Account> all();

    /** Returns the account of a name. */
    Optional<Account> account(String name);

    /** Returns what whoever changes an account holds from reading it to writing it. */
    Object lock(String name);

    /**
     * Writes an account as it is now, and returns once it is kept.
     *
     * @throws Sessions.NotKeptException where it is not known to be
     */
    void write(Account account) throws Sessions.NotKeptException, InterruptedException;
}
