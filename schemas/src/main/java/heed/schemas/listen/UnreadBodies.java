package heed.schemas.listen;

import heed.schemas.http.ClientAddress;
import heed.schemas.http.ClientShares;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * Has an answer that does not wait for its request's body reach who asked. A server that answers and closes before it
 * was sent everything resets the connection, and with the rest of the body the answer is lost, which says why nothing
 * was taken, or from where to send again. So the rest is read and thrown away before an answer ends: as long as it
 * keeps coming, for a while, so much of it, of so many requests at once, of which a client has half. Beyond that the
 * answer ends as it stands.
 */
final class UnreadBodies extends Handler.Wrapper {

    static final long MOST_BYTES = 64L * 1024 * 1024;
    static final int AT_ONCE = 64;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration QUIET = Duration.ofSeconds(2);

    private final Duration quiet;
    private final ClientShares shares = ClientShares.halfEach(AT_ONCE);

    UnreadBodies() {
        this(QUIET);
    }

    /** Waits so long for more of a body to come. */
    UnreadBodies(Duration quiet) {
        this.quiet = quiet;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!hasBody(request)) {
            return super.handle(request, response, callback);
        }
        var body = new Body(request);
        return super.handle(body, new Answer(body, response), callback);
    }

    private static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** Knows how far it has been read. */
    private static final class Body extends Request.Wrapper {

        private volatile boolean asked;
        private volatile boolean awaited;
        private volatile boolean ended;

        private Body(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            asked = true;
            Content.Chunk chunk = super.read();
            if (chunk != null && (chunk.isLast() || Content.Chunk.isFailure(chunk))) {
                ended = true;
            }
            return chunk;
        }

        @Override
        public void demand(Runnable arrived) {
            asked = true;
            awaited = true;
            super.demand(() -> {
                awaited = false;
                arrived.run();
            });
        }

        /** Is asked by the server before an answer, and without this would have read to its end what is on its way. */
        @Override
        public boolean consumeAvailable() {
            return isComing() || super.consumeAvailable();
        }

        /**
         * Returns whether somebody goes on sending it. Who waits to be asked for it is not asked, and one that is
         * waited for already has had its time.
         */
        private boolean isComing() {
            boolean waitsToBeAsked =
                    !asked && getHeaders().contains(HttpHeader.EXPECT, HttpHeaderValue.CONTINUE.asString());
            return !ended && !awaited && !waitsToBeAsked;
        }
    }

    private final class Answer extends Response.Wrapper {

        private final Body body;

        private Answer(Body body, Response response) {
            super(body, response);
            this.body = body;
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (!last || !body.isComing()) {
                super.write(last, content, callback);
                return;
            }
            String client = ClientAddress.clientOf(Request.getRemoteAddr(body));
            if (shares.take(client, 1)) {
                new Rest(body, () -> {
                            shares.giveBack(client, 1);
                            end(content, callback);
                        })
                        .discard();
            } else {
                end(content, callback);
            }
        }

        private void end(ByteBuffer content, Callback callback) {
            if (!body.ended && !isCommitted()) {
                getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE);
            }
            super.write(true, content, callback);
        }
    }

    /** What is left of one body. It is read by one thread at a time, and by none once the answer has ended. */
    private final class Rest {

        private final Body body;
        private final Runnable then;
        private final long end = System.nanoTime() + LONGEST.toNanos();
        private final AtomicReference<@Nullable Object> wait = new AtomicReference<>();
        private long discarded;

        private Rest(Body body, Runnable then) {
            this.body = body;
            this.then = then;
        }

        private void discard() {
            while (!body.ended && discarded < MOST_BYTES && System.nanoTime() - end < 0) {
                Content.Chunk chunk = body.read();
                if (chunk == null) {
                    awaitMore();
                    return;
                }
                discarded += chunk.remaining();
                chunk.release();
            }
            then.run();
        }

        /** Goes on with what comes next, or ends where nothing does: whichever is first. */
        private void awaitMore() {
            var current = new Object();
            wait.set(current);
            Scheduler.Task none = body.getComponents()
                    .getScheduler()
                    .schedule(() -> endWait(current, then), quiet.toMillis(), TimeUnit.MILLISECONDS);
            body.demand(() -> {
                none.cancel();
                endWait(current, this::discard);
            });
        }

        private void endWait(Object current, Runnable next) {
            if (wait.compareAndSet(current, null)) {
                next.run();
            }
        }
    }
}
