package heed.app.server.embedded;

import org.jspecify.annotations.Nullable;

/** Says why a server did not start; the message is a sentence for the user that ends with what to do. */
public final class ServerStartException extends RuntimeException {

    ServerStartException(String message) {
        super(message);
    }

    ServerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
