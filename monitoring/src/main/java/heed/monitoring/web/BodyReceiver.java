package heed.monitoring.web;

import heed.schemas.http.BodyException;
import heed.schemas.http.BodyReader;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Receives what requests bring along before anybody is asked to answer them: no thread waits for it, so whoever sends
 * it a byte now and then keeps nobody from a page.
 */
final class BodyReceiver {

    private final BodyReader reader;

    BodyReceiver(BodyReader reader) {
        this.reader = reader;
    }

    /** Reads the body where there is one; {@link SmallBody#read} then has it. */
    void receive(Context ctx) {
        if (ctx.req().getContentLengthLong() > 0 || ctx.header("Transfer-Encoding") != null) {
            ctx.future(() -> reader.read(ctx.req()).handle((body, failure) -> received(ctx, body, failure)));
        }
    }

    private static @Nullable Void received(Context ctx, byte @Nullable [] body, @Nullable Throwable failure) {
        if (failure == null) {
            SmallBody.put(ctx, Optional.ofNullable(body));
        } else if (BodyException.causeOf(failure) instanceof BodyException refused) {
            refuse(ctx, refused.kind());
        } else {
            throw new CompletionException(failure);
        }
        return null;
    }

    private static void refuse(Context ctx, BodyException.Kind kind) {
        switch (kind) {
            // Whoever answers says so in a form of their own.
            case TOO_LARGE -> SmallBody.put(ctx, Optional.empty());
            case TOO_SLOW -> end(ctx, HttpStatus.REQUEST_TIMEOUT, "The body came too slowly. Nothing was done.");
            case BROKEN_OFF -> end(ctx, HttpStatus.BAD_REQUEST, "The body broke off. Nothing was done.");
            case NO_ROOM -> {
                ctx.header("Retry-After", "5");
                end(ctx, HttpStatus.TOO_MANY_REQUESTS, "Too many requests come in at once. Nothing was done.");
            }
        }
    }

    private static void end(Context ctx, HttpStatus status, String words) {
        ctx.skipRemainingHandlers()
                .status(status)
                .contentType("text/plain; charset=utf-8")
                .result(words);
    }
}
