package heed.schemas.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Reads bodies whole. No thread waits for one that trickles in, so that connections which do so keep nobody else out;
 * each has a deadline, whatever it sends meanwhile, and what all of them may hold is shared out to clients.
 */
public final class BodyReader {

    /** Bodies that may come in at once. Each that stands still costs a connection and some kilobytes. */
    private static final int MOST_BODIES = 1_024;

    private static final int CHUNK = 16 * 1024;

    private final int mostBytes;
    private final Duration longest;
    private final ClientShares bodies = ClientShares.halfEach(MOST_BODIES);
    private final ClientShares bytes;

    /**
     * Makes a reader.
     *
     * @param mostBytes of one body
     * @param longest that a body may take to come in
     * @param atOnce how many bodies of that size may be held while they come in; a client has half of that
     */
    public BodyReader(int mostBytes, Duration longest, int atOnce) {
        this.mostBytes = mostBytes;
        this.longest = longest;
        this.bytes = new ClientShares((long) mostBytes * atOnce, (long) mostBytes * Math.max(1, atOnce / 2));
    }

    /**
     * Returns the body once it is there, or fails with a {@link BodyException}. To be called when the request is
     * asynchronous already; what depends on the body runs on a thread of the server.
     */
    public CompletableFuture<byte[]> read(HttpServletRequest request) {
        if (request.getContentLengthLong() > mostBytes) {
            return CompletableFuture.failedFuture(new BodyException(BodyException.Kind.TOO_LARGE));
        }
        String client = ClientAddress.clientOf(request.getRemoteAddr());
        if (!bodies.take(client, 1)) {
            return CompletableFuture.failedFuture(new BodyException(BodyException.Kind.NO_ROOM));
        }
        var body = new Body(client);
        try {
            body.receive(request.getInputStream(), request.getAsyncContext());
        } catch (IOException e) {
            body.fail(BodyException.Kind.BROKEN_OFF);
        }
        return body.whole;
    }

    /** One body as it comes in. The server calls a listener from one thread at a time. */
    private final class Body implements ReadListener {

        private final String client;
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> read = new CompletableFuture<>();
        private final CompletableFuture<byte[]> whole;
        private ServletInputStream input;
        private int held;
        private boolean ended;

        @SuppressWarnings("NullAway.Init") // The input is there before the first call of the server.
        private Body(String client) {
            this.client = client;
            this.whole = read.whenComplete((bytesOrNull, failure) -> giveBack());
        }

        private void receive(ServletInputStream from, AsyncContext request) {
            input = from;
            var deadline =
                    new CompletableFuture<Void>().completeOnTimeout(null, longest.toMillis(), TimeUnit.MILLISECONDS);
            // The timer's thread is everybody's: it must not write an answer to a client that does not take it.
            var unused = deadline.thenRun(() -> {
                if (!read.isDone()) {
                    request.start(() -> fail(BodyException.Kind.TOO_SLOW));
                }
            });
            var unusedEnd = read.whenComplete((bytesOrNull, failure) -> deadline.complete(null));
            from.setReadListener(this);
        }

        @Override
        public void onDataAvailable() throws IOException {
            byte[] chunk = new byte[CHUNK];
            while (!read.isDone() && input.isReady() && !input.isFinished()) {
                int count = input.read(chunk);
                if (count > 0) {
                    take(chunk, count);
                }
            }
        }

        private void take(byte[] chunk, int count) {
            if (received.size() + count > mostBytes) {
                fail(BodyException.Kind.TOO_LARGE);
            } else if (hold(count)) {
                received.write(chunk, 0, count);
            } else {
                fail(BodyException.Kind.NO_ROOM);
            }
        }

        /** The deadline may end this body from another thread: what it held is given back once, and no more taken. */
        private synchronized boolean hold(int count) {
            if (ended || !bytes.take(client, count)) {
                return false;
            }
            held += count;
            return true;
        }

        @Override
        public void onAllDataRead() {
            read.complete(received.toByteArray());
        }

        @Override
        public void onError(Throwable failure) {
            fail(BodyException.Kind.BROKEN_OFF);
        }

        private void fail(BodyException.Kind kind) {
            read.completeExceptionally(new BodyException(kind));
        }

        private synchronized void giveBack() {
            ended = true;
            bodies.giveBack(client, 1);
            bytes.giveBack(client, held);
        }
    }
}
