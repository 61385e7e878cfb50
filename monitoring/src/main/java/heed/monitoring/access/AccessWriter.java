package heed.monitoring.access;

import heed.schemas.Account;
import heed.schemas.Session;
import java.util.concurrent.CompletionStage;

/** Hands what becomes of accounts and sessions to their topics, and tells when it is safe there. */
public interface AccessWriter {

    /** Writes an account as it is now. */
    CompletionStage<Void> write(Account account);

    /** Writes a session as it is now. */
    CompletionStage<Void> write(Session session);

    /** Forgets a session. */
    CompletionStage<Void> end(String sessionId);
}
