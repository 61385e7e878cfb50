package heed.schemas.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Reads bodies whole. No thread waits for one that trickles in, so that connections which do so keep nobody else out;
 * each has a deadline, whatever it sends meanwhile, and what all of them may hold is shared out to clients: where
 * nothing is left, a body of the client that holds most gives way to one of a client that holds less, so that however
 * many clients send so, none is kept out.
 */
public final class BodyReader {

    /** Bodies that may come in at once. Each that stands still costs a connection and some kilobytes. */
    private static final int MOST_BODIES = 1_024;

    private static final int CHUNK = 16 * 1024;

    private final int mostBytes;
    private final Duration longest;
    private final ClientShares bodies = ClientShares.halfEach(MOST_BODIES);
    private final ClientShares bytes;
    private final Map<String, Deque<Body>> coming = new HashMap<>();

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
        if (!take(bodies, client, 1)) {
            return CompletableFuture.failedFuture(new BodyException(BodyException.Kind.NO_ROOM));
        }
        var body = new Body(client, request.getAsyncContext());
        add(body);
        try {
            body.receive(request.getInputStream());
        } catch (IOException e) {
            body.fail(BodyException.Kind.BROKEN_OFF);
        }
        return body.whole;
    }

    private boolean take(ClientShares shares, String client, long amount) {
        while (!shares.take(client, amount)) {
            Optional<Body> inTheWay = shares.holderOfMore(client, amount).flatMap(this::largest);
            if (inTheWay.isEmpty()) {
                return false;
            }
            inTheWay.get().giveWay();
        }
        return true;
    }

    private void add(Body body) {
        synchronized (coming) {
            coming.computeIfAbsent(body.client, each -> new ArrayDeque<>()).add(body);
        }
    }

    private void remove(Body body) {
        synchronized (coming) {
            coming.computeIfPresent(body.client, (client, all) -> {
                all.remove(body);
                return all.isEmpty() ? null : all;
            });
        }
    }

    /** Returns the body of a client that holds most, of equal ones the oldest. */
    private Optional<Body> largest(String client) {
        synchronized (coming) {
            return coming.getOrDefault(client, new ArrayDeque<>()).stream()
                    .reduce((one, other) -> other.held > one.held ? other : one);
        }
    }

    /** One body as it comes in. The server calls a listener from one thread at a time. */
    private final class Body implements ReadListener {

        private final String client;
        private final AsyncContext request;
        private final ByteArrayOutputStream received = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> read = new CompletableFuture<>();
        private final CompletableFuture<byte[]> whole;
        private ServletInputStream input;
        private volatile int held;
        private boolean ended;

        @SuppressWarnings("NullAway.Init") // The input is there before the first call of the server.
        private Body(String client, AsyncContext request) {
            this.client = client;
            this.request = request;
            this.whole = read.whenComplete((bytesOrNull, failure) -> giveBack());
        }

        private void receive(ServletInputStream from) {
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
            } else if (BodyReader.this.take(bytes, client, count) && hold(count)) {
                received.write(chunk, 0, count);
            } else {
                fail(BodyException.Kind.NO_ROOM);
            }
        }

        /** Another thread may end this body: what it held is given back once, and what comes after that at once. */
        private synchronized boolean hold(int count) {
            if (ended) {
                bytes.giveBack(client, count);
                return false;
            }
            held = held + count;
            return true;
        }

        /** Leaves its room at once, and says so to its client on a thread of the server. */
        private void giveWay() {
            giveBack();
            request.start(() -> fail(BodyException.Kind.NO_ROOM));
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

        private void giveBack() {
            remove(this);
            synchronized (this) {
                if (!ended) {
                    ended = true;
                    bodies.giveBack(client, 1);
                    bytes.giveBack(client, held);
                }
            }
        }
    }
}
