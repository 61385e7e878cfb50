package heed.app.access;

import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;

/** Waits for what a command writes. */
final class Acknowledged {

    private Acknowledged() {}

    /**
     * Returns once it is written.
     *
     * @param what what is written, to be said before why it is not known to be
     * @throws IllegalStateException where the brokers are not known to have taken it
     */
    static void await(String what, CompletionStage<Void> written) throws InterruptedException {
        try {
            written.toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    what + ": "
                            + Objects.requireNonNull(e.getCause(), "a failed future says why")
                                    .getMessage(),
                    e);
        }
    }
}
