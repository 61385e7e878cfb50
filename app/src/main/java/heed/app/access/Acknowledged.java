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
     * @param otherwise what to say where it was not, before why
     * @throws IllegalStateException where the brokers did not take it
     */
    static void await(String otherwise, CompletionStage<Void> written) throws InterruptedException {
        try {
            written.toCompletableFuture().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    otherwise + ": "
                            + Objects.requireNonNull(e.getCause(), "a failed future says why")
                                    .getMessage(),
                    e);
        }
    }
}
